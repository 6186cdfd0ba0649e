// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.OptionalLong;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What exchanges of one process know of each other's writes. */
class OwnWritesTest {

    private static final String AGE = "{'key':'age','name':'Age'}";
    private static final String STORED = "{'uid':'a1','created_at':'2026','key':'age','name':'Age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aDefinitionIsAnOwnWriteWhileItIsAsThatHasLeftIt() {
        Project project = watched();
        service.then(201, STORED);
        create();

        assertThat(project.isOwnWrite(attributes, "a1", json(STORED), OptionalLong.empty())).isTrue();
        assertThat(project.isOwnWrite(attributes, "a1", json("{'uid':'a1','created_at':'2027','key':'age','name':'Age'}"),
                OptionalLong.empty())).as("what only the service sets").isTrue();
        assertThat(project.isOwnWrite(attributes, "a1", json("{'uid':'a1','key':'age','name':'Alter'}"), OptionalLong.empty())).isFalse();
        assertThat(project.isOwnWrite(attributes, "a1", null, OptionalLong.empty())).isFalse();
        assertThat(project.isOwnWrite(attributes, "a2", json(STORED), OptionalLong.empty())).isFalse();
    }

    @Test
    void aDeletionIsAnOwnWriteWhileTheDefinitionIsGone() {
        Project project = watched();
        service.then(204, "");
        service.execute(attributes, Operation.delete, new Target(new Uid("a1"), null), null);

        assertThat(project.isOwnWrite(attributes, "a1", null, OptionalLong.empty())).isTrue();
        assertThat(project.isOwnWrite(attributes, "a1", json(STORED), OptionalLong.empty())).isFalse();
    }

    @Test
    void onlyAWriteThatEndedThenOrLaterCounts() {
        Project project = watched();
        long before = service.time.nanoTime();
        service.then(201, STORED);
        create();
        long after = service.time.nanoTime();

        assertThat(project.isOwnWrite(attributes, "a1", json(STORED), OptionalLong.of(before))).isTrue();
        assertThat(project.isOwnWrite(attributes, "a1", json(STORED), OptionalLong.of(after))).isFalse();
    }

    @Test
    void whatNobodyWatchesIsNotRemembered() {
        service.then(201, STORED);
        create();

        assertThat(service.project().isOwnWrite(attributes, "a1", json(STORED), OptionalLong.empty())).isFalse();
    }

    @Test
    void whatIsWrittenWithOneCredentialIsListedAgainForAnother() {
        service.then(200, "[" + STORED + "]").then(200, "[" + STORED + "]");
        upsertAs("one");
        upsertAs("other");
        service.requests();
        service.then(200, "{'uid':'a1','key':'age','name':'Alter'}");
        new Operations(service.project("one")).execute(attributes, Operation.update, new Target(new Uid("a1"), null),
                json("{'key':'age','name':'Alter'}"));
        service.requests();

        service.then(200, "[" + STORED + "]");
        service.time.sleep(Duration.ofSeconds(2));
        assertThat(upsertAs("other")).hasToString("UNCHANGED \"age\" (uid a1)");

        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    @Test
    void aDeletionInDoubtWithOneCredentialIsInDoubtForAnother() {
        service.then(200, "[" + STORED + "]").then(200, "[" + STORED + "]");
        upsertAs("one");
        upsertAs("other");
        service.thenLost();
        new Operations(service.project("one")).execute(attributes, Operation.delete, new Target(new Uid("a1"), null), null);
        service.requests();

        service.then(200, "[" + STORED + "]");
        upsertAs("other");

        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    private Project watched() {
        Project project = service.project();
        project.watchOwnWrites();
        return project;
    }

    private void create() {
        assertThat(service.execute(attributes, Operation.create, Target.NONE, AGE)).isInstanceOf(Result.Success.class);
    }

    private Result upsertAs(String credential) {
        return new Operations(service.project(credential)).execute(attributes, Operation.upsert, Target.NONE, json(AGE));
    }
}
