// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Option;

/** Files that commands write: what is there already stays, unless the user says otherwise. */
final class Results {

    @Option(names = "--force", description = "Overwrite files that exist.")
    private boolean force;

    /**
     * Before anything is done.
     *
     * @param files those that will be written; {@code null} is none
     */
    void requireFree(Path... files) throws IOException {
        for (Path file : files) {
            if (file != null && !force && Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString(), null, "is there already: name another file, or add --force");
            }
        }
    }

    /** Nothing, when the file is {@code null}. */
    void write(Path file, byte[] content) throws IOException {
        if (file != null) {
            requireFree(file);
            Files.write(file, content);
        }
    }
}
