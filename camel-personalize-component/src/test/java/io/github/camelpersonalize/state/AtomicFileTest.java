// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void theFileHasTheNewContentAndNothingElseIsLeft() throws Exception {
        AtomicFile file = new AtomicFile(folder.resolve("state"));

        file.write("first".getBytes(UTF_8));
        file.write("second".getBytes(UTF_8));

        assertThat(folder.resolve("state")).hasContent("second");
        assertThat(names(folder)).containsExactly("state");
    }

    @Test
    void fileAndFolderAreForTheirOwnerOnly() throws Exception {
        Path path = folder.resolve("new/one/state");

        new AtomicFile(path).write("text".getBytes(UTF_8));

        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(path.getParent())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whereTheFileCannotBeReplacedNothingIsLeft() throws Exception {
        Path path = Files.createDirectories(folder.resolve("state/inside"));

        assertThatThrownBy(() -> new AtomicFile(path.getParent()).write("text".getBytes(UTF_8))).isInstanceOf(IOException.class);

        assertThat(names(folder)).containsExactly("state");
        assertThat(path).isDirectory();
    }

    @Test
    void theUppermostFolderIsNoFile() {
        Path root = folder.getRoot();

        assertThatThrownBy(() -> new AtomicFile(root)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a file is needed, and this is the uppermost folder: " + root);
    }

    private static Stream<String> names(Path folder) throws IOException {
        return Files.list(folder).map(path -> path.getFileName().toString());
    }
}
