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
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps each state in a file of its own. A write is atomic and survives a crash of the machine: the new state is written to a second file, forced to
 * the disk and renamed, so that the file always holds either the old or the new state, complete. Camel's own file repository appends to one file and
 * does not force it to the disk. Thread-safe; only one process may use a folder.
 * <p>
 * A file is named after its key, with the first digits of a hash to tell keys apart that differ only in characters which file names cannot have. A
 * state that grows has further files, whose names have a number after the same key. To forget a state, stop the route and delete its files.
 */
public final class AtomicFileStateRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final int MAX_NAME = 150;
    private static final int DIGITS = 8;

    private final Path folder;

    /**
     * @param folder the folder; it is created if it does not exist, accessible to its owner only. A text, because routes in YAML and properties hold
     *        texts
     */
    public AtomicFileStateRepository(String folder) {
        this.folder = Path.of(folder).toAbsolutePath();
    }

    /** Checks that the folder can be written to, so that a mistake is found before the first state is lost. */
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
    public @Nullable String getState(String key) {
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

    /** The message of an exception of the file system is often only the name of the file. */
    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** The folder. */
    @Override
    public String toString() {
        return "AtomicFileStateRepository[" + folder + "]";
    }
}
