// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.camelpersonalize.state.AtomicFile;
import io.github.camelpersonalize.text.Sha256;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps each state in a file of its own. At any moment, a crash of the machine included, the file holds either the state before or the new one,
 * whole: the new one is written beside it, forced to the disk and renamed. Camel's own file repository appends to one file and does not force
 * it. Thread-safe; one process is meant to use a folder.
 * <p>
 * A file is named after its key, with a few digits that tell apart what names cannot. Delete it, while the route is stopped, to forget the state.
 */
public final class AtomicFileStateRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final int MAX_NAME = 150;
    private static final int DIGITS = 8;

    private final Path folder;

    /**
     * @param folder is made, for its owner only, when it is not there. A text, as routes in YAML and properties have it
     */
    public AtomicFileStateRepository(String folder) {
        this.folder = Path.of(folder).toAbsolutePath();
    }

    /** Tries whether the folder can be written to, so that this is not found out when the first state is lost. */
    @Override
    protected void doStart() throws IOException {
        Path trial = folder.resolve(".trial");
        try {
            new AtomicFile(trial).write(new byte[0]);
            Files.delete(trial);
        } catch (IOException e) {
            throw new IOException("the folder of states " + folder + " cannot be written to: " + reason(e), e);
        }
    }

    @Override
    public void setState(String key, String value) {
        Path file = file(key);
        try {
            new AtomicFile(file).write(value.getBytes(UTF_8));
        } catch (IOException e) {
            throw new RuntimeCamelException(file + " cannot be written, and is as it was: " + reason(e), e);
        }
    }

    @Override
    public String getState(String key) {
        Path file = file(key);
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new RuntimeCamelException(file + " cannot be read: " + reason(e), e);
        }
    }

    private Path file(String key) {
        String name = key.replaceAll("[^A-Za-z0-9._-]", "_");
        return folder.resolve(name.substring(0, Math.min(name.length(), MAX_NAME)) + "-" + digits(key) + ".state");
    }

    private static String digits(String key) {
        return Sha256.hex(key, DIGITS);
    }

    /** Messages of the file system often are but the file's name. */
    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** The folder. */
    @Override
    public String toString() {
        return "AtomicFileStateRepository[" + folder + "]";
    }
}
