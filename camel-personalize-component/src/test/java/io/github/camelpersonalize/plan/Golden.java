// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole output, kept in a file; {@code -Ddocs.update=true} writes the file, whose difference is then to be reviewed. */
final class Golden {

    private static final Path FILES = Path.of("src/test/resources/io/github/camelpersonalize/plan");

    private Golden() {}

    static void requireSame(String file, String output) {
        Path path = FILES.resolve(file);
        try {
            if (Boolean.getBoolean("docs.update")) {
                Files.writeString(path, output);
            }
            assertThat(output).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
