// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.transport.Response;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** {@link Rules} and {@link MessageRules}, for inputs that Jazzer finds by the branches that they take. Only the profile {@code fuzz} runs it. */
@Tag("fuzz")
class HuntTest {

    private static final List<String> RESPONSE_HEADERS = List.of("content-type", "content-encoding", "location", "date", "retry-after",
            "x-ratelimit-limit");
    private static final List<String> MESSAGE_HEADERS = List.of(PersonalizeConstants.UID, PersonalizeConstants.KEY, Exchange.CONTENT_TYPE,
            "kafka.TOPIC", "kafka.PARTITION", "kafka.OFFSET");
    private static final int HEADER_LENGTH = 100;

    private static MessageRules messages;

    @BeforeAll
    static void start() {
        messages = new MessageRules();
    }

    @AfterAll
    static void stop() {
        messages.close();
    }

    /** One method, because Jazzer hunts for one at a time. */
    @FuzzTest(maxDuration = "5m")
    void noInputBreaksARule(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 6)) {
            case 0 -> Rules.anyBytesAreOneDocumentOrRefused(data.consumeRemainingAsBytes());
            case 1 -> Rules.anyTextIsOneDocumentOrRefused(data.consumeRemainingAsString());
            case 2 -> Rules.anyAnswerIsReadOrTold(response(data));
            case 3 -> Rules.anyWaitIsInBounds(response(data));
            case 4 -> Rules.anyLegalUidIsOneSegment(data.consumeRemainingAsString());
            case 5 -> Rules.unseenThingsDoNotTellKeysApart(data.consumeRemainingAsString());
            default -> message(data);
        }
    }

    /** The component may connect to where its configuration says, and nowhere else. */
    private static void message(FuzzedDataProvider data) {
        Map<String, Object> headers = Map.copyOf(headers(data, MESSAGE_HEADERS));
        try (SilentCloseable here = BugDetectors.allowNetworkConnections((host, port) -> MessageRules.HOST.equals(host))) {
            messages.anyMessageIsReadOrRefused(data.consumeRemainingAsBytes(), headers);
        }
    }

    private static Response response(FuzzedDataProvider data) {
        int status = data.consumeInt(0, 999);
        return new Response(status, headers(data, RESPONSE_HEADERS), data.consumeRemainingAsBytes());
    }

    private static Map<String, String> headers(FuzzedDataProvider data, List<String> names) {
        Map<String, String> headers = new LinkedHashMap<>();
        names.stream().filter(name -> data.consumeBoolean()).forEach(name -> headers.put(name, data.consumeString(HEADER_LENGTH)));
        return headers;
    }
}
