// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.state.Journal;
import io.github.camelpersonalize.state.StateStore;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static org.assertj.core.api.Assertions.assertThat;

class ChangeStateTest {

    private static final JsonNode AGE = Json.read("{\"uid\": \"1\", \"key\": \"age\"}");
    private static final JsonNode CITY = Json.read("{\"uid\": \"2\", \"key\": \"city\"}");

    private final SnapshotText text = new SnapshotText(new ProjectId(URI.create("https://personalize-api.contentstack.com"), "p1"),
            attributes);
    private final StateStore store = new RepositoryStore(new MemoryStateRepository(), "key");

    @Test
    void beforeTheFirstPollNothingWasSeenAndNothingIsStored() {
        ChangeState state = load();

        state.save();

        assertThat(state.seen()).isEmpty();
        assertThat(store.read()).isEmpty();
    }

    @Test
    void whatWasSeenFirstIsStoredAsAWhole() {
        begun();

        assertThat(seen(load())).containsExactly(AGE);
        assertThat(Journal.open(store).changes()).isEmpty();
    }

    @Test
    void aChangeIsStoredOnceAndNotWithAllThatWasSeenBefore() {
        ChangeState state = begun();
        Optional<String> whole = store.read();

        state.advance(Change.created(attributes, "2", CITY));
        state.save();
        state.advance(Change.deleted(attributes, "1", AGE));
        state.save();

        assertThat(seen(state)).containsExactly(CITY);
        assertThat(store.read()).isEqualTo(whole);
        assertThat(Journal.open(store).changes()).containsExactly(
                Json.read("{\"resource\": \"attributes\", \"uid\": \"2\", \"definition\": {\"uid\": \"2\", \"key\": \"city\"}}"),
                Json.read("{\"resource\": \"attributes\", \"uid\": \"1\"}"));
        assertThat(seen(load())).containsExactly(CITY);
    }

    @Test
    void whatWasSavedIsNotSavedAgain() {
        ChangeState state = begun();
        Optional<String> saved = store.read();

        state.save();

        assertThat(store.read()).isEqualTo(saved);
    }

    @Test
    void whatBeginsAnewReplacesAllChanges() {
        ChangeState state = begun();
        state.advance(Change.created(attributes, "2", CITY));
        state.save();

        state.begin(snapshot("[{\"uid\": \"3\", \"key\": \"name\"}]"));
        state.save();

        assertThat(Journal.open(store).changes()).isEmpty();
        assertThat(seen(load())).containsExactly(Json.read("{\"uid\": \"3\", \"key\": \"name\"}"));
    }

    @Test
    void aLongHistoryBecomesAWholeAgain() {
        ChangeState state = begun();
        Optional<String> first = store.read();
        JsonNode large = Json.read("{\"uid\": \"2\", \"key\": \"" + "x".repeat(100_000) + "\"}");
        state.advance(Change.created(attributes, "2", large));
        state.save();

        state.advance(Change.deleted(attributes, "2", large));
        state.save();

        assertThat(store.read()).isNotEqualTo(first);
        assertThat(Journal.open(store).changes()).isEmpty();
        assertThat(seen(load())).containsExactly(AGE);
    }

    private ChangeState load() {
        return ChangeState.load(store, text);
    }

    private ChangeState begun() {
        ChangeState state = load();
        state.begin(snapshot("[{\"uid\": \"1\", \"key\": \"age\"}]"));
        state.save();
        return state;
    }

    private static Snapshot snapshot(String list) {
        return Snapshot.of(Map.of(attributes, Json.read(list)));
    }

    private static List<JsonNode> seen(ChangeState state) {
        return List.copyOf(state.seen().orElseThrow().definitions(Resource.attributes));
    }
}
