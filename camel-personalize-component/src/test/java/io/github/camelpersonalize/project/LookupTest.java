// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Query;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.projects;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How a definition is found, and what is said of one that is not. */
class LookupTest {

    private static final String AGE = "{'uid':'a1','key':'age'}";

    private final ScriptedService service = ScriptedService.contract();

    @Test
    void aUidIsLookedUpInTheIndexAsAKeyIs() {
        service.then(200, "[" + AGE + "]");
        Project project = service.project();
        Lookup lookup = new Lookup(project);

        assertThat(lookup.find(attributes, new Target(new Uid("a1"), null), project.startedAt()))
                .isEqualTo(new Result.Success(null, 0, json(AGE), "a1", "age"));
        assertThat(lookup.find(attributes, new Target(null, "age"), project.startedAt()))
                .isEqualTo(new Result.Success(null, 0, json(AGE), "a1", "age"));
        assertThat(service.requests()).containsExactly("GET /attributes");
    }

    @Test
    void theOrganizationHasTheProjects() {
        ScriptedService live = ScriptedService.live().then(200, "[]");

        assertThat(live.execute(projects, Operation.get, new Target(null, "Shop"), null))
                .hasToString("REJECTED: does not exist in organization \"p1\"");
    }

    @Test
    void withoutAKeyAUidHasNoSuccessor() {
        Project project = service.project();

        assertThat(new Lookup(project).successor(attributes, new Target(new Uid("a1"), null, true), project.startedAt()))
                .hasToString("REJECTED: has no definition with uid a1 in project \"p1\"");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void whatNoIndexNeedsIsListedEachTime() {
        service.then(200, "[" + AGE + "]").then(200, "[" + AGE + "]");

        Result first = service.execute(attributes, Operation.list, Target.NONE, null);

        assertThat(first).isEqualTo(new Result.Success(null, 200, json("[" + AGE + "]"), null, null));
        assertThat(service.execute(attributes, Operation.list, Target.NONE, null)).isEqualTo(first);
    }

    @Test
    void aListThatIsRequestedAnywayServesTheIndexToo() {
        service.then(200, "[]").then(200, "[" + AGE + "]");
        service.project().index(attributes, service.project().startedAt());

        service.execute(attributes, Operation.list, Target.NONE, null);

        assertThat(service.project().index(attributes, service.project().oldestUsable()).value().all()).isEqualTo(List.of(json(AGE)));
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void aListOfSomeDefinitionsServesNoIndex() {
        service.then(200, "[]").then(200, "[" + AGE + "]");
        Project project = service.project();
        project.index(attributes, project.startedAt());

        Result some = project.list(project.call(attributes, Operation.list), Query.NONE.and("q", "age"));

        assertThat(some).isEqualTo(new Result.Success(null, 200, json("[" + AGE + "]"), null, null));
        assertThat(service.requests()).containsExactly("GET /attributes", "GET /attributes?q=age");
        assertThat(project.index(attributes, project.startedAt()).value().all()).isEmpty();
    }

    @Test
    void aListAsTheIndexNeedsItServesItWhoeverAsks() {
        service.then(200, "[]").then(200, "[" + AGE + "]");
        Project project = service.project();
        project.index(attributes, project.startedAt());

        Result all = project.list(project.call(attributes, Operation.list), Query.NONE);

        assertThat(all).isEqualTo(new Result.Success(null, 200, json("[" + AGE + "]"), null, null));
        assertThat(project.index(attributes, project.startedAt()).value().all()).containsExactly(json(AGE));
    }

    @Test
    void aDefinitionOfAnotherUidThanTheKeysLockIsWrittenUnderBoth() {
        service.then(200, "[" + AGE + "]").then(200, "{'uid':'a1','key':'years'}");
        service.upsert(attributes, "{'key':'age'}");

        assertThat(service.execute(attributes, Operation.update, new Target(new Uid("a1"), null), "{'key':'years'}"))
                .hasToString("UPDATED \"years\" (uid a1)");
    }

    @Test
    void anOperationThatIsAboutNoDefinitionIsNone() {
        assertThatThrownBy(() -> service.execute(attributes, Operation.plan, Target.NONE, null))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("plan is not about a definition");
    }
}
