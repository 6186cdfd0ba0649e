// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files that say what a project should be. */
final class Manifests {

    private static final String NAME = "[^.].*\\.(yaml|yml|json)";

    private Manifests() {}

    /**
     * The manifests in a folder, in the order of their names, or that one file.
     *
     * @throws FileNotFoundException when there is none: an empty folder is a slip of the pen, and not an empty project
     */
    static List<Path> in(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new FileNotFoundException("There is no folder or file " + place + ".");
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> manifests = files.filter(file -> file.getFileName().toString().matches(NAME)).sorted().toList();
            if (manifests.isEmpty()) {
                throw new FileNotFoundException("There is no .yaml, .yml or .json file in " + place + ".");
            }
            return manifests;
        }
    }
}
