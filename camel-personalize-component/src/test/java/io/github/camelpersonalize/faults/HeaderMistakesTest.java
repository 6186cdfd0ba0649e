// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.Map;

import io.github.camelpersonalize.binding.ControlHeaders;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a newcomer does wrong with the headers of the component: the whole message, or the line of the log, says what is wrong and what to do. */
class HeaderMistakesTest extends FaultRoutes {

    private static final String LIST = "personalize:attributes?operation=list";

    @ParameterizedTest
    @CsvSource({"upsrt, ' (did you mean \"upsert\"?)'", "GET ALL, ''"})
    void F101_aWrongOperationInAHeaderIsTold(String operation, String question) {
        Exchange exchange = send(LIST + "&headerOverrides=operation", null, Map.of("CamelPersonalizeOperation", operation));

        assertThat(rejected(exchange))
                .hasMessage("attribute: the header CamelPersonalizeOperation must be one of [list, get, create, update,"
                        + " delete, upsert]; it is \"" + operation + "\"" + question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get | CamelPersonalizeUid | a b | the header CamelPersonalizeUid is not legal: a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots
            list&headerOverrides=projectUid | CamelPersonalizeProjectUid | a b | the header CamelPersonalizeProjectUid is not legal: 1 to 128 visible ASCII characters without spaces
            get | CamelPersonalizeKeys | age | no attribute is named: set the header CamelPersonalizeUid or CamelPersonalizeKey, the option uid or key, or send a body with a uid or key (the message has no body; there is no header "CamelPersonalizeKeys" (did you mean "CamelPersonalizeKey"?))
            get | CamelPersonalizeId | u1 | no attribute is named: set the header CamelPersonalizeUid or CamelPersonalizeKey, the option uid or key, or send a body with a uid or key (the message has no body; there is no header "CamelPersonalizeId" (did you mean "CamelPersonalizeUid"?))
            """)
    void F101_aBadOrMisspeltHeaderIsTold(String operation, String header, String value, String told) {
        Exchange sent = send("personalize:attributes?operation=" + operation, null, Map.of(header, value));

        assertThat(rejected(sent)).hasMessage("attribute: " + told);
        assertNothingWasSent();
    }

    @Test
    void F101_aMisspeltHeaderIsLoggedOnceWithTheNearestRightOne() {
        try (TraceLog log = TraceLog.ofOperators("io.github.camelpersonalize")) {
            send(LIST, null, Map.of("CamelPersonalizeOperatoin", "get"));
            send(LIST, null,
                    Map.of("CamelPersonalizeOperatoin", "create", "CamelPersonalizeNote\u202E", "x", "camelpersonalizekey", "age"));

            assertThat(log.text().lines().filter(line -> line.contains(" WARN ")).map(line -> line.replaceFirst(".* - ", "")))
                    .containsExactly(
                            "personalize:attributes knows no header \"CamelPersonalizeOperatoin\" (did you mean \"CamelPersonalizeOperation\"?):"
                                    + " it has no effect",
                            "personalize:attributes knows no header \"CamelPersonalizeNote\\u202e\": it has no effect");
        }
    }

    @Test
    void aSenderWhoInventsHeadersDoesNotFillTheLog() {
        try (TraceLog log = TraceLog.ofOperators("io.github.camelpersonalize")) {
            for (int i = 0; i < 200; i++) {
                send(LIST, null, Map.of("CamelPersonalize" + i, "x"));
            }

            assertThat(log.text().lines().filter(line -> line.contains("knows no header"))).hasSize(100);
        }
    }

    @Test
    void aHeaderThatTheEndpointIgnoresIsLoggedOnceWithTheOption() {
        send(LIST, null);
        try (TraceLog log = TraceLog.ofOperators("io.github.camelpersonalize")) {
            send(LIST, null, Map.of("CamelPersonalizeOperation", "get"));
            send(LIST, null, Map.of("CamelPersonalizeOperation", "get"));

            assertThat(log.messages("WARN", ControlHeaders.class)).containsExactly("personalize:attributes ignores the header"
                    + " CamelPersonalizeOperation of messages; to let messages decide, set headerOverrides=operation");
        }
    }
}
