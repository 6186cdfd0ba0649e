// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelpersonalize.StandardError;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A header that is nearly one of the component's has no effect, which is told. */
class MisspeltHeadersTest extends BoundMessages {

    private final MisspeltHeaders headers = new MisspeltHeaders(Resource.attributes);

    @Test
    void itIsLoggedOnceWithTheOneThatIsMeant() throws Exception {
        List<String> log = StandardError.of(() -> {
            headers.tell(message(null, Map.of("camelPersonalizeKye", "age")));
            headers.tell(message(null, Map.of("camelPersonalizeKye", "city")));
        }).lines().toList();

        assertThat(log).singleElement().asString().endsWith("personalize:attributes knows no header \"camelPersonalizeKye\" (did you mean"
                + " \"CamelPersonalizeKey\"?): it has no effect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelPersonalizeKey", "camelpersonalizekey", "CamelFileName", "Personalize"})
    void othersAreNot(String name) throws Exception {
        assertThat(StandardError.of(() -> headers.tell(message(null, Map.of(name, "age"))))).isEmpty();
        assertThat(MisspeltHeaders.told(message(null, Map.of(name, "age")))).isEmpty();
    }

    @Test
    void aMessageWithoutHeadersHasNone() throws Exception {
        assertThat(StandardError.of(() -> headers.tell(message(null)))).isEmpty();
    }

    /** A sender may invent names without end. */
    @Test
    void aHundredAreLoggedAndNoMore() throws Exception {
        List<String> log = StandardError.of(() -> {
            for (int i = 0; i < 110; i++) {
                headers.tell(message(null, Map.of("CamelPersonalizeX" + i, "")));
            }
        }).lines().toList();

        assertThat(log).hasSize(100);
    }

    @Test
    void whereSomethingIsMissingItIsToldThere() {
        assertThat(MisspeltHeaders.told(message(null, Map.of("CamelPersonalizeProjectId", "p1"))))
                .isEqualTo("; there is no header \"CamelPersonalizeProjectId\" (did you mean \"CamelPersonalizeProjectUid\"?)");
    }

    @Test
    void controlHeadersTellThemToo() throws Exception {
        List<String> log = StandardError.of(() -> {
            ControlHeaders control = new ControlHeaders(Dialect.CONTRACT, Resource.events, Set.of(),
                    new ControlHeaders.Invocation(Operation.list, "p1"));
            for (int i = 0; i < 2; i++) {
                control.of(message(null, Map.of("CamelPersonalizeUdi", "a1", "CamelPersonalizeOperation", "create")));
            }
        }).lines().toList();

        assertThat(log).hasSize(2).anyMatch(line -> line.endsWith("personalize:events knows no header \"CamelPersonalizeUdi\" (did you mean"
                + " \"CamelPersonalizeUid\"?): it has no effect")).anyMatch(
                        line -> line.endsWith("personalize:events ignores the header CamelPersonalizeOperation of messages; to let messages"
                                + " decide, set headerOverrides=operation"));
    }
}
