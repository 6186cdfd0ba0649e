// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static org.assertj.core.api.Assertions.assertThat;

/** Which keys no other exchange works on during a write. The index has the attribute a1 of the key age. */
class TargetLockTest {

    private final ScriptedService service = ScriptedService.contract().then(200, "[{'uid':'a1','key':'age'}]");

    @BeforeEach
    void ageIsKnown() {
        service.upsert(attributes, "{'key':'age'}");
    }

    @Test
    void theKeyThatATargetNames() {
        assertThat(locked(new Target(null, "city"), null)).containsExactly("city");
    }

    @Test
    void theKeyThatTheIndexHasOfAUid() {
        assertThat(locked(new Target(new Uid("a1"), null), null)).containsExactly("age");
        assertThat(locked(new Target(new Uid("a1"), "city"), null)).as("it is known better").containsExactly("age");
    }

    @Test
    void theKeyThatATargetNamesBesideAUidThatTheIndexDoesNotHave() {
        assertThat(locked(new Target(new Uid("a2"), "city"), null)).containsExactly("city");
    }

    @Test
    void theKeyThatTheDefinitionGets() {
        assertThat(locked(new Target(new Uid("a1"), null), "years")).containsExactly("age", "years");
        assertThat(locked(new Target(new Uid("a2"), null), "years")).containsExactly("years");
        assertThat(locked(new Target(null, "age"), "age")).containsExactly("age");
    }

    @Test
    void noneOfAUidThatTheIndexDoesNotHave() {
        assertThat(locked(new Target(new Uid("a2"), null), null)).isEmpty();
    }

    private List<String> locked(Target target, String newKey) {
        Project project = service.project();
        List<String> locked = new ArrayList<>();
        Result done = Result.Success.nothing(null, null);
        Result result = new TargetLock(project, attributes).with(target, Optional.ofNullable(newKey), () -> {
            Stream.of("age", "city", "years").filter(key -> project.shared().isLocked(attributes, key)).forEach(locked::add);
            return done;
        });

        assertThat(result).isSameAs(done);
        assertThat(project.shared().locks().size()).isZero();
        return locked;
    }
}
