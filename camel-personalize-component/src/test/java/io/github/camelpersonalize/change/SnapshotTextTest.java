// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.state.ChecksummedText;
import io.github.camelpersonalize.state.Journal;
import io.github.camelpersonalize.state.StateStore;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SnapshotTextTest {

    private static final ProjectId PROJECT = new ProjectId(URI.create("https://personalize-api.contentstack.com"), "p1");

    private final SnapshotText texts = new SnapshotText(PROJECT, Resource.attributes);
    private final Snapshot snapshot = Snapshot.of(Map.of(Resource.attributes, Json.read("""
            [{"uid": "1", "key": "a\\tb", "x": 1.50, "y": 1e400, "z": "Größe\\n"}, {"uid": "2", "key": "b"}]""")));
    private final String text = text(texts, snapshot);

    @Test
    void aSnapshotIsReadAsItWasWritten() {
        assertThat(read(texts, text).changes(Resource.attributes, snapshot)).isEmpty();
    }

    @Test
    void aSnapshotOfAWholeProjectIsReadAsItWasWritten() {
        SnapshotText whole = new SnapshotText(PROJECT, Resource.project);

        assertThat(read(whole, text(whole, snapshot)).changes(Resource.project, snapshot)).isEmpty();
    }

    @Test
    void anythingThatTheServiceMaySendCanBeReadBack() {
        String deepest = "[{\"uid\": \"1\", \"x\": " + "[".repeat(98) + "]".repeat(98) + "}]";
        Snapshot deep = Snapshot.of(Map.of(Resource.attributes, Json.read(deepest)));

        assertThat(read(texts, text(texts, deep)).changes(Resource.attributes, deep)).isEmpty();
    }

    @Test
    void F86_aSnapshotOfMoreThanAHundredThousandDefinitionsIsReadBack() {
        ArrayNode many = JsonNodeFactory.instance.arrayNode();
        IntStream.rangeClosed(0, JsonLimits.MAX_ITEMS).forEach(i -> many.addObject().put("uid", "u" + i).put("key", "k" + i));
        Snapshot large = Snapshot.of(Map.of(Resource.attributes, many));

        assertThat(read(texts, text(texts, large)).changes(Resource.attributes, large)).isEmpty();
    }

    @Test
    void aSnapshotOfTheFormatBeforeIsRead() {
        String before = ChecksummedText.of(1, Map.of("baseUrl", PROJECT.service().toString(), "projectUid", "p1", "resource", "attributes"),
                List.of(Json.read("[{\"uid\": \"1\", \"key\": \"a\"}]")));

        assertThat(read(texts, before).definitions(Resource.attributes)).containsExactly(Json.read("{\"uid\": \"1\", \"key\": \"a\"}"));
    }

    @Test
    void theTextIsOneLineForRepositoriesThatAreMadeOfLines() {
        assertThat(text).startsWith("{\"format\":2,\"baseUrl\":\"https://personalize-api.contentstack.com\",\"projectUid\":\"p1\","
                + "\"resource\":\"attributes\",\"sha256\":\"").doesNotContain("\n");
    }

    @Test
    void F60_aTextThatIsCutOffAnywhereIsTold() {
        for (int length = 0; length < text.length(); length++) {
            assertFault(text.substring(0, length), "it is cut off or damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"format\": 0}", "{\"format\": \"1\"}", "\u0000\u0000\u0000", "<html>",
            "{\"format\":2}\t[]"})
    void F60_aTextThatIsSomethingElseIsTold(String other) {
        assertThatExceptionOfType(SnapshotException.class).isThrownBy(() -> read(texts, other));
    }

    @Test
    void F60_aTextWithAnotherDefinitionInItIsTold() {
        assertFault(text.replace("\"key\":\"b\"", "\"key\":\"c\""), "it is cut off or damaged");
    }

    @Test
    void F60_aTextOfANewerVersionIsTold() {
        assertFault(text.replace("\"format\":2", "\"format\":3"),
                "it was written by a newer version of camel-personalize (format 3, this version reads 2)");
    }

    @ParameterizedTest
    @CsvSource({"https://eu-personalize-api.contentstack.com, p1, attributes", "https://personalize-api.contentstack.com, p2, attributes",
            "https://personalize-api.contentstack.com, p1, events"})
    void F60_aTextOfAnotherProjectIsTold(URI baseUrl, String projectUid, Resource resource) {
        assertFault(text(new SnapshotText(new ProjectId(baseUrl, projectUid), resource), snapshot),
                "it is of the " + resource + " in project \"" + projectUid + "\" at " + baseUrl
                        + ", not of the attributes in project \"p1\" at https://personalize-api.contentstack.com");
    }

    @Test
    void aChangeOfDefinitionsThatAreNotWatchedIsTold() {
        StateStore store = store();
        Journal journal = Journal.open(store);
        texts.write(snapshot, journal);
        journal.append(List.of(Json.read("{\"resource\": \"events\", \"uid\": \"1\"}")));

        assertThatExceptionOfType(SnapshotException.class).isThrownBy(() -> texts.read(Journal.open(store)))
                .withMessage("it is cut off or damaged");
    }

    @Test
    void aChangeOfEachKindThatIsWatchedIsReadBack() {
        SnapshotText whole = new SnapshotText(PROJECT, Resource.project);
        StateStore store = store();
        Journal journal = Journal.open(store);
        whole.write(snapshot, journal);
        Change deleted = Change.deleted(Resource.attributes, "2", Json.read("{\"uid\": \"2\"}"));
        Change created = Change.created(Resource.events, "3", Json.read("{\"uid\": \"3\", \"key\": \"c\"}"));

        journal.append(List.of(SnapshotText.row(deleted), SnapshotText.row(created)));

        Snapshot read = whole.read(Journal.open(store)).orElseThrow();
        assertThat(read.changes(Resource.project, snapshot)).extracting(Change::toString)
                .containsExactly("DELETED event \"c\"", "CREATED attribute \"b\"");
    }

    private void assertFault(String text, String message) {
        assertThatExceptionOfType(SnapshotException.class).isThrownBy(() -> read(texts, text)).withMessage(message);
    }

    private static String text(SnapshotText texts, Snapshot snapshot) {
        StateStore store = store();
        texts.write(snapshot, Journal.open(store));
        return store.read().orElseThrow();
    }

    private static Snapshot read(SnapshotText texts, String text) {
        StateStore store = store();
        store.write(text);
        return texts.read(SnapshotText.open(store)).orElseThrow();
    }

    private static StateStore store() {
        return new RepositoryStore(new MemoryStateRepository(), "key");
    }
}
