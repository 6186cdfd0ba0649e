// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.Body;

/** Finds the files that say what a project should be. */
public final class Manifests {

    private static final String NAME = "[^.].*\\.(yaml|yml|json)";

    /**
     * Of a folder, the manifests in it, in the order of their names; of a file, that file, which may be a plan that was saved.
     *
     * @throws FileNotFoundException
     *             when there is none: an empty folder is a slip of the pen, and not an empty project
     */
    public Object of(@Body Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return place;
        }
        if (!Files.isDirectory(place)) {
            throw new FileNotFoundException("there is no folder or file " + place);
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> manifests = files.filter(file -> file.getFileName().toString().matches(NAME)).sorted().toList();
            if (manifests.isEmpty()) {
                throw new FileNotFoundException("no .yaml, .yml or .json file in " + place);
            }
            return manifests;
        }
    }
}
