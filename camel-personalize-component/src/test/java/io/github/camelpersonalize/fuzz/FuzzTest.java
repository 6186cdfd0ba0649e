// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.transport.Response;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** {@link Rules}, for inputs that are made up, always the same ones. The profile {@code fuzz} looks for others. */
@PropertyDefaults(tries = 300)
class FuzzTest {

    private static final String SEED = "1";

    private static MessageRules messages;

    @Property(seed = SEED)
    void anyAnswerIsReadOrTold(@ForAll("responses") Response response) {
        Rules.anyAnswerIsReadOrTold(response);
    }

    @Property(seed = SEED)
    void anyWaitIsInBounds(@ForAll("busy") Response response) {
        Rules.anyWaitIsInBounds(response);
    }

    @Property(seed = SEED)
    void anyBytesAreOneDocumentOrRefused(@ForAll("bytes") byte[] bytes) {
        Rules.anyBytesAreOneDocumentOrRefused(bytes);
    }

    @Property(seed = SEED)
    void anyTextIsOneDocumentOrRefused(@ForAll("texts") String text) {
        Rules.anyTextIsOneDocumentOrRefused(text);
    }

    @Property(seed = SEED)
    void anyValueIsADocumentOrRefused(@ForAll("values") Object value) {
        Rules.anyValueIsADocumentOrRefused(value);
    }

    @Property(seed = SEED, tries = 200)
    void anyMessageIsReadOrRefused(@ForAll("bodies") Object body, @ForAll("headers") Map<String, Object> headers) {
        messages.anyMessageIsReadOrRefused(body, headers);
    }

    @Property(seed = SEED)
    void anyLegalUidIsOneSegment(@ForAll("texts") String text) {
        Rules.anyLegalUidIsOneSegment(text);
    }

    @Property(seed = SEED)
    void unseenThingsDoNotTellKeysApart(@ForAll("texts") String text) {
        Rules.unseenThingsDoNotTellKeysApart(text);
    }

    @Property(seed = SEED)
    void noDefinitionDiffersFromItself(@ForAll("members") Map<String, Object> members) {
        ObjectNode definition = null;
        try {
            definition = (ObjectNode) Json.of(members);
        } catch (JsonException e) {
            Assume.that(false);
        }
        Rules.noDefinitionDiffersFromItself(definition);
    }

    @BeforeContainer
    static void start() {
        messages = new MessageRules();
    }

    @AfterContainer
    static void stop() {
        messages.close();
    }

    @Provide
    Arbitrary<Response> responses() {
        return Strange.response();
    }

    @Provide
    Arbitrary<Response> busy() {
        return Strange.busy();
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Strange.bytes();
    }

    @Provide
    Arbitrary<Object> bodies() {
        return Strange.body();
    }

    @Provide
    Arbitrary<Map<String, Object>> headers() {
        return Strange.headers();
    }

    @Provide
    Arbitrary<String> texts() {
        return Strange.text();
    }

    @Provide
    Arbitrary<Object> values() {
        return Strange.value();
    }

    @Provide
    Arbitrary<Map<String, Object>> members() {
        return Strange.members();
    }
}
