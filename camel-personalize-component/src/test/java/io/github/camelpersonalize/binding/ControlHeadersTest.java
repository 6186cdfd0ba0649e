// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.binding.ControlHeaders.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A message decides only what the author of the route lets it decide. */
class ControlHeadersTest extends BoundMessages {

    private static final Invocation OPTIONS = new Invocation(Operation.upsert, "p1");
    private static final Map<String, Object> HEADERS = Map.of("CamelPersonalizeOperation", "DELETE", "CamelPersonalizeProjectUid", "p2");

    private static Invocation invocation(Map<String, Object> headers, HeaderOverride... overrides) {
        Set<HeaderOverride> read = EnumSet.noneOf(HeaderOverride.class);
        read.addAll(Set.of(overrides));
        return new ControlHeaders(Dialect.CONTRACT, Resource.attributes, read, OPTIONS).of(message(null, headers));
    }

    @Test
    void headersAreReadThatMayDecide() {
        assertThat(invocation(HEADERS, HeaderOverride.operation, HeaderOverride.projectUid)).isEqualTo(
                new Invocation(Operation.delete, "p2"));
        assertThat(invocation(HEADERS, HeaderOverride.operation)).isEqualTo(new Invocation(Operation.delete, "p1"));
        assertThat(invocation(HEADERS, HeaderOverride.projectUid)).isEqualTo(new Invocation(Operation.upsert, "p2"));
    }

    @Test
    void othersHaveNoEffect() {
        assertThat(invocation(HEADERS)).isEqualTo(OPTIONS);
    }

    @Test
    void whereAMessageHasNoneTheOptionsCount() {
        assertThat(invocation(Map.of(), HeaderOverride.operation, HeaderOverride.projectUid)).isEqualTo(OPTIONS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delet         | "delet" (did you mean "delete"?)
            updatePriority | "updatePriority"
            """)
    void anOperationThatTheResourceHasNotIsRefused(String operation, String told) {
        assertThatThrownBy(() -> invocation(Map.of("CamelPersonalizeOperation", operation), HeaderOverride.operation))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the header CamelPersonalizeOperation must be one of"
                        + " [list, get, create, update, delete, upsert]; it is " + told);
    }

    @Test
    void aUidThatNoHeaderCanCarryIsRefused() {
        assertThatThrownBy(() -> invocation(Map.of("CamelPersonalizeProjectUid", "p 2"), HeaderOverride.projectUid))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the header CamelPersonalizeProjectUid is not legal: 1 to 128"
                        + " visible ASCII characters without spaces");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operation               | operation
            operation, projectUid   | operation, projectUid
            projectUid,operation    | operation, projectUid
            none                    | ''
            """)
    void anOptionNamesThoseThatMayDecide(String list, String names) {
        assertThat(HeaderOverride.parse(list)).get().extracting(overrides -> String.join(", ", overrides.stream().map(Enum::name).toList()))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "operation,", "Operation", "uid", "operation;projectUid"})
    void anyOtherListIsWrong(String list) {
        assertThat(HeaderOverride.parse(list)).isEqualTo(Optional.empty());
        assertThat(HeaderOverride.names()).isEqualTo("operation, projectUid");
    }

    @Test
    void aHeaderThatBeginsAsOneOfTheComponentAndIsNoneIsTold() {
        Map<String, Object> headers = new HashMap<>(Map.of("CamelPersonalizeUuid", "u1"));
        assertThat(MisspeltHeaders.told(message(null, headers))).isEqualTo(
                "; there is no header \"CamelPersonalizeUuid\" (did you mean \"CamelPersonalizeUid\"?)");

        assertThat(MisspeltHeaders.told(message(null, Map.of("camelpersonalizeUID", "u1", "Personalize", 1, "CamelFileName", 2))))
                .isEmpty();
        assertThat(MisspeltHeaders.told(message(null))).isEmpty();
    }
}
