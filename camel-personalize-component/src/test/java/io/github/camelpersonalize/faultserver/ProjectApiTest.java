// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.faultserver.FaultServer.json;
import static org.assertj.core.api.Assertions.assertThat;

class ProjectApiTest {

    @AutoClose
    private final FaultServer server = new FaultServer();
    private final JsonClient client = new JsonClient(server);

    @BeforeEach
    void someObjects() {
        server.put("attributes", "{\"name\": \"Age\", \"key\": \"age\"}");
        server.put("attributes", "{\"uid\": \"x9\", \"name\": \"Sex\", \"key\": \"sex\", \"created_at\": \"then\"}");
        server.put("experiences", "{\"name\": \"Hero\", \"status\": \"ACTIVE\"}");
        server.put("experiences", "{\"name\": \"Foot\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | /attributes           |                                    | 200 {"data":[{"uid":"u1","name":"Age","key":"age"},{"uid":"x9","name":"Sex","key":"sex","created_at":"then"}]}
            GET    | /events               |                                    | 200 {"data":[]}
            POST   | /events               | {"key":"a","n":1.10}               | 201 {"uid":"u4","key":"a","n":1.10}
            POST   | /audiences            | {"uid":"mine","name":"Adults"}     | 201 {"uid":"u4","name":"Adults"}
            POST   | /attributes           | {"key":"age"}                      | 400 {"message":"attribute with key \\"age\\" already exists","status":400}
            POST   | /experiences          | {"name":"Hero"}                    | 400 {"message":"experience with name \\"Hero\\" already exists","status":400}
            POST   | /attributes           | {"name":"Age"}                     | 400 {"message":"key is required","status":400}
            POST   | /attributes           | no JSON                            | 400 {"message":"key is required","status":400}
            PUT    | /attributes/x9        | {"key":"sex","more":true}          | 200 {"uid":"x9","created_at":"then","key":"sex","more":true}
            PUT    | /attributes/x9        | {"key":"age"}                      | 400 {"message":"attribute with key \\"age\\" already exists","status":400}
            PUT    | /attributes/none      | {"key":"age"}                      | 404 {"message":"nothing in attributes with uid \\"none\\"","status":404}
            PUT    | /experiences/u2       | {"name":"Top","status":"DRAFT"}    | 200 {"uid":"u2","status":"ACTIVE","name":"Top"}
            GET    | /experiences/u2       |                                    | 200 {"uid":"u2","name":"Hero","status":"ACTIVE"}
            GET    | /attributes/u1        |                                    | 405 {"message":"no GET here in attributes","status":405}
            DELETE | /attributes/u1        |                                    | 200
            DELETE | /attributes/u2        |                                    | 404 {"message":"nothing in attributes with uid \\"u2\\"","status":404}
            PATCH  | /attributes           |                                    | 405 {"message":"no PATCH here in attributes","status":405}
            GET    | /experiences/priority |                                    | 200 {"priority":["u2","u3"]}
            PUT    | /experiences/priority | {"priority":["u3","u2"]}           | 200 {"priority":["u3","u2"]}
            PUT    | /experiences/priority | {"priority":["u3"]}                | 400 {"message":"MISSING_EXPERIENCES","status":400}
            GET    | /elsewhere            |                                    | 404 {"message":"nothing at /elsewhere","status":404}
            GET    | /attributes/u1/more   |                                    | 404 {"message":"nothing at /attributes/u1/more","status":404}
            """)
    void answersAsTheServiceDoes(String method, String path, String body, String answer) throws Exception {
        assertThat(client.send(method, path, body == null ? "" : body)).isEqualTo(answer);
    }

    @Test
    void changesTheProject() throws Exception {
        client.send("POST", "/events", "{\"key\": \"a\"}");
        client.send("POST", "/events", "{\"key\": \"b\"}");
        client.send("PUT", "/events/u4", "{\"key\": \"c\"}");
        client.send("DELETE", "/events/u5", "");
        client.send("DELETE", "/experiences/u2", "");
        assertThat(server.state("events")).containsExactly(json("{\"uid\": \"u4\", \"key\": \"c\"}"));
        assertThat(server.priority()).containsExactly("u3");
    }

    @Test
    void keepsSeveralObjectsOfOneKeyWhenTold() throws Exception {
        server.keepDoubles(true);
        assertThat(client.send("POST", "/attributes", "{\"key\": \"age\"}")).isEqualTo("201 {\"uid\":\"u4\",\"key\":\"age\"}");
        server.keepDoubles(false);
        assertThat(client.send("POST", "/attributes", "{\"key\": \"age\"}")).startsWith("400 ");
    }

    @Test
    void changesNothingWhenTheAnswerIsNotApplied() throws Exception {
        server.on("** **", Stream.generate(() -> Answers.good().applied(false)).limit(3).toArray(Answer[]::new));
        assertThat(client.send("POST", "/events", "{\"key\": \"a\"}")).isEqualTo("201 {\"uid\":\"u4\",\"key\":\"a\"}");
        assertThat(client.send("POST", "/events", "{\"key\": \"b\"}")).isEqualTo("201 {\"uid\":\"u4\",\"key\":\"b\"}");
        assertThat(client.send("DELETE", "/attributes/u1", "")).isEqualTo("200");
        assertThat(server.state("events")).isEmpty();
        assertThat(server.state("attributes")).hasSize(2);
    }

    @Test
    void letsATestTakeAwayWhatIsThere() {
        assertThat(server.remove("attributes", "u1")).isTrue();
        assertThat(server.remove("attributes", "u1")).isFalse();
        assertThat(server.state("attributes")).hasSize(1);
    }
}
