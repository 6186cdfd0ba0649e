// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AtomicFileStateRepositoryTest {

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("states");
    }

    private AtomicFileStateRepository repository() {
        AtomicFileStateRepository repository = new AtomicFileStateRepository(folder().toString());
        repository.start();
        return repository;
    }

    @Test
    void whatWasSavedIsThereForTheNextProcess() {
        repository().setState("key", "one\n=\tÄ");
        repository().setState("key", "two\n=\tÄ");

        assertThat(repository().getState("key")).isEqualTo("two\n=\tÄ");
    }

    @Test
    void whatWasNeverSavedIsNotThere() {
        assertThat(repository().getState("key")).isNull();
    }

    @Test
    void keysThatFileNamesCannotTellApartHaveFilesOfTheirOwn() {
        List<String> keys = List.of("a:b", "a/b", "a_b", "A_B", "../a", "", "a".repeat(1000), "a".repeat(1001));
        keys.forEach(key -> repository().setState(key, "of " + key));

        assertThat(keys).allSatisfy(key -> assertThat(repository().getState(key)).isEqualTo("of " + key));
        assertThat(names()).hasSize(keys.size());
    }

    @Test
    void aFileIsNamedAfterItsKey() {
        repository().setState("personalize:eu-personalize-api.contentstack.com:64c7787b333555469a861224:changes:attributes", "x");

        assertThat(names()).singleElement().asString()
                .matches(
                        "personalize_eu-personalize-api\\.contentstack\\.com_64c7787b333555469a861224_changes_attributes-[0-9a-f]{16}\\.state");
    }

    @Test
    void F60_aSaveThatFailsLeavesTheOldStateAndNothingElse() throws IOException {
        repository().setState("key", "one");
        String name = names().get(0);
        Path file = folder().resolve(name);
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(() -> repository().setState("key", "two"))
                .hasMessageStartingWith(file + " cannot be written, and is as it was: ");
        assertThat(names()).containsExactly(name);
    }

    @Test
    void F60_aFolderThatCannotBeWrittenToIsToldAtStart() throws IOException {
        Files.createFile(folder());

        assertThatThrownBy(this::repository)
                .hasStackTraceContaining("the folder of states " + folder() + " cannot be written to: FileAlreadyExistsException: ");
    }

    @Test
    void F60_aReaderSeesTheOldStateOrTheNewOneAndNeverHalf() {
        AtomicFileStateRepository repository = repository();
        repository.setState("key", "x".repeat(100_000));
        Thread writer = new Thread(
                () -> IntStream.range(0, 50).forEach(i -> repository.setState("key", String.valueOf(i % 10).repeat(100_000))));
        writer.start();

        while (writer.isAlive()) {
            assertThat(repository.getState("key")).hasSize(100_000);
        }
        assertThat(names()).hasSize(1);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
