// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.IOException;
import java.util.stream.Stream;

import io.github.camelpersonalize.faultserver.RawClient.End;
import io.github.camelpersonalize.faultserver.RawClient.Received;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelpersonalize.faultserver.RawClient.request;
import static io.github.camelpersonalize.faultserver.RawClient.End.CLOSED;
import static io.github.camelpersonalize.faultserver.RawClient.End.OPEN;
import static io.github.camelpersonalize.faultserver.RawClient.End.RESET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CutPointTest {

    private static final String CREATE = request("POST /events", "{\"key\":\"a\"}");
    private static final String CREATED = """
            HTTP/1.1 201 OK\r
            Content-Type: application/json\r
            Content-Length: 22\r
            \r
            {"uid":"u1","key":"a"}""";

    private static final String TAKEN = """
            HTTP/1.1 400 Error\r
            Content-Type: application/json\r
            Content-Length: 62\r
            \r
            {"message":"event with key \\"a\\" already exists","status":400}""";

    @AutoClose
    private final FaultServer server = new FaultServer();

    static Stream<Arguments> cuts() {
        return Stream.of( //
                arguments(CutPoint.NOT_READ, Ending.RESET, "", RESET, 0), //
                arguments(CutPoint.NOT_READ, Ending.FIN, "", CLOSED, 0), //
                arguments(CutPoint.NOT_APPLIED, Ending.RESET, "", RESET, 0), //
                arguments(CutPoint.NOT_APPLIED, Ending.FIN, "", CLOSED, 0), //
                arguments(0, Ending.RESET, "", RESET, 1), //
                arguments(0, Ending.FIN, "", CLOSED, 1), //
                arguments(1, Ending.RESET, "H", RESET, 1), //
                arguments(17, Ending.FIN, CREATED.substring(0, 17), CLOSED, 1),
                arguments(CREATED.length() - 1, Ending.RESET, CREATED.substring(0, CREATED.length() - 1), RESET, 1),
                arguments(CREATED.length(), Ending.FIN, CREATED, CLOSED, 1),
                arguments(CREATED.length() + 1000, Ending.RESET, CREATED, RESET, 1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cuts")
    void cutsWhereItSays(int responseBytes, Ending ending, String received, End end, int applied) throws IOException {
        server.cut(new CutPoint(1, responseBytes, ending));
        assertReceives(CREATE, received, end);
        assertThat(server.state("events")).hasSize(applied);
        assertThat(server.requests()).containsExactly("POST /events");
    }

    @Test
    void countsTheRequestsFromNowOnWhateverTheirConnection() throws IOException {
        assertReceives(CREATE, CREATED, OPEN);
        server.cut(new CutPoint(2, CutPoint.NOT_APPLIED, Ending.RESET));
        server.cut(new CutPoint(3, 4, Ending.FIN));
        assertReceives(CREATE, TAKEN, OPEN);
        assertReceives(CREATE, "", RESET);
        assertReceives(CREATE, "HTTP", CLOSED);
        assertReceives(CREATE, TAKEN, OPEN);
    }

    @Test
    void goesBeforeTheScriptWhichItLeavesUnused() throws IOException {
        server.on("POST /events", Answers.status(204));
        server.cut(new CutPoint(1, 0, Ending.FIN));
        assertReceives(CREATE, "", CLOSED);
        assertReceives(CREATE, "HTTP/1.1 204 OK\r\n\r\n", OPEN);
    }

    @Test
    void mustBeAtAPlaceThatExists() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CutPoint(0, 0, Ending.FIN))
                .withMessage("no such cut point: request 0, response bytes 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new CutPoint(1, -3, Ending.FIN))
                .withMessage("no such cut point: request 1, response bytes -3");
    }

    private void assertReceives(String request, String text, End end) throws IOException {
        try (RawClient client = new RawClient(server)) {
            Received expected = new Received(text, end);
            assertThat(client.send(request).receive(expected)).isEqualTo(expected);
        }
    }
}
