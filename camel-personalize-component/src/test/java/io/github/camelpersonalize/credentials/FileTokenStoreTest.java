// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FileTokenStoreTest {

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("tokens");
    }

    private Path file() {
        return folder().resolve("key.json");
    }

    private FileTokenStore store() {
        return new FileTokenStore(folder().toString());
    }

    @Test
    void whatWasSavedIsLoadedByTheNextProcess() throws IOException {
        store().save("key", "r1 \"\\ü");
        store().save("other", "r9");
        store().save("key", "r2 \"\\ü");

        assertThat(store().load("key")).contains("r2 \"\\ü");
        assertThat(store().load("other")).contains("r9");
    }

    @Test
    void whatWasNeverSavedIsNotThere() throws IOException {
        assertThat(store().load("key")).isEmpty();
    }

    @Test
    void filesAndTheFolderAreForTheirOwnerOnly() throws IOException {
        store().save("key", "r1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-----w-"})
    void aFileThatIsOpenToEveryoneIsRefused(String permissions) throws IOException {
        store().save("key", "r1");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store().load("key"))
                .withMessage(file() + " is open to everyone on this machine (" + permissions
                        + "); if nobody else can have read or changed it, say chmod 600, otherwise have the app authorized again");
    }

    @Test
    void aFileThatThePlatformOpenedToAGroupIsRead() throws IOException {
        store().save("key", "r1");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw----"));

        assertThat(store().load("key")).contains("r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"refresh_token\":\"canary-ref", "{}", "{\"refresh_token\":\"\"}", "{\"refresh_token\":7}", "[]",
            "canary-refresh"})
    void aFileThatWasCutOffIsToldSoAndNotQuoted(String content) throws IOException {
        store().save("key", "r1");
        Files.writeString(file(), content);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store().load("key"))
                .withMessage(
                        file() + " (" + content.length() + " bytes) does not hold a whole refresh token; restore it, or delete it, have"
                                + " the app authorized again and set refreshToken")
                .withNoCause();
    }

    @Test
    void aFileOfAbsurdSizeIsNotRead() throws IOException {
        store().save("key", "r".repeat(70_000));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store().load("key")).withMessageContaining("does not hold");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        store().save("other", "r1");
        Files.createSymbolicLink(file(), folder().resolve("other.json"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store().load("key")).withMessage(file() + " is no regular file");
    }

    @Test
    void aSaveThatFailsLeavesTheOldTokenAndNothingElse() throws IOException {
        store().save("key", "r1");
        Path blocked = Files.createDirectories(folder().resolve("blocked.json").resolve("x")).getParent();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store().save("blocked", "r2"));

        assertThat(store().load("key")).contains("r1");
        assertThat(names()).containsExactlyInAnyOrder("key.json", blocked.getFileName().toString());
    }

    @Test
    void aThreadThatIsInterruptedSavesNoLess() throws IOException {
        Thread.currentThread().interrupt();

        store().save("key", "r1");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store().load("key")).contains("r1");
    }

    @Test
    void aReaderSeesTheOldTokenOrTheNewOneAndNeverHalf() throws Exception {
        store().save("key", "r".repeat(10_000));
        Thread writer = new Thread(() -> IntStream.range(0, 50).forEach(this::saveOne));
        writer.start();

        while (writer.isAlive()) {
            assertThat(store().load("key")).hasValueSatisfying(token -> assertThat(token).hasSize(10_000));
        }
        assertThat(names()).containsExactly("key.json");
    }

    private void saveOne(int i) {
        try {
            store().save("key", String.valueOf(i % 10).repeat(10_000));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../key", "a/b", "a\\b", ".", "a.b", "key\0"})
    void aKeyIsNoPath(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().load(key)).withMessage("a key is made of letters, digits, _ and -");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }
}
