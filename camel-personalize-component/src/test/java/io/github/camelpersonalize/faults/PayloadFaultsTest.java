// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.Samples;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Bodies that are not one clean JSON document: told with the place of the fault, left readable, and never sent. */
class PayloadFaultsTest extends FaultRoutes {

    private static final String AGE = Samples.CONTRACT.attribute("age", "Age");

    private static final String CREATE = "personalize:attributes?operation=create";
    private static final String NO_VALUE = " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '>', value = {
            "nope > Unrecognized token 'nope': was expecting" + NO_VALUE + " at line 1, column 5",
            "`` > the text is empty",
            "` \n ` > the text is empty",
            "{ > Unexpected end-of-input: expected close marker for Object at line 1, column 2",
            "`{\"name\": \"Age\",\n \"key\": }` > Unexpected character ('}' (code 125)): expected a valid value" + NO_VALUE
                    + " at line 2, column 9",
            "`[{\"name\": \"Age\"},` > Unexpected end-of-input within/between Array entries at line 1, column 18",
            "{} {} > there is more after the end of the JSON document at line 1, column 4",
            "[] [] > there is more after the end of the JSON document at line 1, column 4",
            "{}] > Unexpected close marker ']': no open Array to close at line 1, column 3",
            "{} nope > Unrecognized token 'nope': was expecting" + NO_VALUE + " at line 1, column 8",
            "{\"a\": NaN} > Non-standard token 'NaN' at line 1, column 10",
            "{\"a\": Infinity} > Non-standard token 'Infinity' at line 1, column 15",
            "{'a': 1} > Unexpected character (''' (code 39)): was expecting double-quote to start field name at line 1, column 2",
            "{\"a\": 1,} > Unexpected character ('}' (code 125)): was expecting double-quote to start field name at line 1, column 9",
            "{\"a\": \"\\ud800\"} > /a the text has half a surrogate pair, which no encoding can carry",
            "{\"a\": [{\"b\": \"x\\udc00y\"}]} > /a/0/b the text has half a surrogate pair, which no encoding can carry",
            "{\"a/b\": {\"\\ud800\": 1}} > /a~1b a member name has half a surrogate pair, which no encoding can carry"})
    void F15_aTextThatIsNotOneJsonDocumentIsTheRecordsFaultAndThePlaceIsTold(String text, String fault) {
        assertUnreadable(text, fault);
    }

    static Stream<Object[]> foreignEncodings() {
        String control = "Illegal character ((CTRL-CHAR, code 0)): only regular white space (\\r, \\n, \\t) is allowed between tokens";
        String mark = "the text begins with a byte order mark; send JSON as UTF-8 without one (RFC 8259, section 8.1)";
        return Stream.of(new Object[]{("\ufeff" + AGE).getBytes(UTF_8), mark},
                new Object[]{AGE.getBytes(UTF_16LE), control + " at line 1, column 3"},
                new Object[]{AGE.getBytes(UTF_16BE), control + " at line 1, column 2"},
                new Object[]{AGE.getBytes(UTF_16), "the bytes are not valid UTF-8 at offset 0"},
                new Object[]{AGE.getBytes(Charset.forName("UTF-32LE")), control + " at line 1, column 3"},
                new Object[]{"{\"name\": \"Größe\"}".getBytes(ISO_8859_1), "the bytes are not valid UTF-8 at offset 12"},
                new Object[]{new byte[]{'{', '"', (byte) 0xC0, (byte) 0xAF, '"'}, "the bytes are not valid UTF-8 at offset 2"},
                new Object[]{new byte[]{'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, "the bytes are not valid UTF-8 at offset 1"},
                new Object[]{new byte[]{'"', (byte) 0xE2, (byte) 0x82}, "the bytes are not valid UTF-8 at offset 1"});
    }

    @ParameterizedTest
    @MethodSource("foreignEncodings")
    void F15_bytesThatAreNotPlainUtf8AreTheRecordsFaultAndThePlaceIsTold(byte[] body, String fault) {
        assertUnreadable(body, fault);
    }

    @Test
    void F15_aByteOrderMarkInAStringIsTheRecordsFaultToo() {
        assertUnreadable("\ufeff" + AGE, "the text begins with a byte order mark; send JSON as UTF-8 without one (RFC 8259, section 8.1)");
    }

    @Test
    void F15_halfASurrogatePairInAStringIsTheRecordsFault() {
        refused("{\"name\": \"A\uD83D\"}", "/name the text has half a surrogate pair, which no encoding can carry");
        refused(Map.of("name", "A\uD83D"), "/name the text has half a surrogate pair, which no encoding can carry");
    }

    @Test
    void F15_halfASurrogatePairInAnItemOfAnArrayCostsThatItem() {
        Exchange sent = send("personalize:attributes?operation=upsert&failOn=none",
                "[" + AGE + ", {\"key\": \"city\", \"name\": \"\\ud83d\"}, " + AGE.replace("age", "size") + "]");

        assertThat(sent.getMessage().getBody(BatchReport.class).items()).extracting(ItemResult::outcome, ItemResult::message)
                .containsExactly(
                        tuple(Outcome.CREATED, null),
                        tuple(Outcome.REJECTED, "/name the text has half a surrogate pair, which no encoding can carry"),
                        tuple(Outcome.CREATED, null));
    }

    @Test
    void F15_whatJavaHoldsAndJsonCannotSayIsTheRecordsFault() {
        refused(Map.of("name", "Age", "weight", Double.NaN), "/weight NaN is no JSON number");
        refused(Map.of("weights", List.of(1, Double.NEGATIVE_INFINITY)), "/weights/1 -Infinity is no JSON number");
        refused(Map.of("name", new byte[]{1}), "/name cannot be written as JSON");
        refused(42, "a Integer is no definition");
        refused(null, "the message has no body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"age\"", "42", "true"})
    void F15_aDocumentThatIsNoObjectIsTheRecordsFault(String body) {
        Exchange exchange = send(CREATE, body);

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage("attribute: must be an object; it is " + body);
        assertThat(refused.getFieldErrors()).containsExactly(new FieldError("", "must be an object; it is " + body));
        assertNothingWasSent();
        assertThat(bodyOf(exchange)).isEqualTo(body);
    }

    @Test
    void F15_anArrayWhereOneDefinitionIsMeantIsTheRecordsFault() {
        assertThat(rejected(send("personalize:experiences?operation=updatePriority", "[\"e1\"]")))
                .hasMessage("experience: the body is an array; send an object, as in {\"priority\": [\"uid\", …]}");
        assertThat(rejected(send("personalize:attributes?operation=update&uid=a1", "[" + AGE + "]")))
                .hasMessage("attribute: the body is a batch, but a uid or key (option or header) addresses one definition; remove the one"
                        + " or the other");
        assertThat(rejected(send(CREATE, "[[" + AGE + "]]")))
                .hasMessage("1 of 1 items failed, first attribute: must be an object; it is an array (item 1)");
        assertNothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update", "update&uid=a1", "updatePriority"})
    void F15_noOperationThatWritesSendsWhatItCannotRead(String operation) {
        String resource = operation.endsWith("Priority") ? "experiences" : "audiences";

        Exchange exchange = send("personalize:" + resource + "?operation=" + operation, "{\"name\": ");

        assertThat(rejected(exchange).getCode()).isEqualTo("UNREADABLE");
        assertNothingWasSent();
    }

    @Test
    void F15_theRecordsCoordinatesAreTold() {
        Exchange exchange = send(CREATE, "{", Map.of("kafka.TOPIC", "people", "kafka.PARTITION", 2, "kafka.OFFSET", 1841L));

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage("attribute: Unexpected end-of-input: expected close marker for Object at line 1, column 2"
                + " (people-2@1841)");
        assertThat(refused.getCoordinates()).isEqualTo(Coordinates.kafka("people", 2, 1841));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "`{\"name\": \"a\", \"key\": \"a\", \"data_type\": \"date\", \"key\": \"b\"}`, key, 1, 53",
            "`{\"key\": \"a\", \"key\": \"a\"}`, key, 1, 19",
            "`{\"key\": \"a\",\n \"k\\u0065y\": \"b\"}`, key, 2, 12",
            "`{\"x\": [{\"k\": 1, \"k\": 2}]}`, k, 1, 20",
            "`[{}, {\"uid\": 1, \"uid\": 2}]`, uid, 1, 22"})
    void F17_aMemberThatIsThereTwiceIsRefusedBecauseTheServiceMightPickTheOther(String body, String member, int line, int column) {
        assertUnreadable(body, "Duplicate field '" + member + "' at line " + line + ", column " + column);
    }

    @Test
    void F17_anAnswerWithAMemberTwiceIsNoAnswer() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("{\"data\": [], \"data\": [{\"uid\": \"a1\"}]}")));

        assertThat(unavailable(send("personalize:attributes?operation=list", null)))
                .hasMessageStartingWith("attribute: not JSON from 127.0.0.1 (status 200): Duplicate field 'data' at line 1, column ");
    }

    /** From a string, from bytes and from a stream. */
    private void assertUnreadable(String body, String fault) {
        assertThat(refused(body, fault).getMessage().getBody()).isSameAs(body);
        assertUnreadable(body.getBytes(UTF_8), fault);
    }

    /** From bytes and from a stream. */
    private void assertUnreadable(byte[] body, String fault) {
        assertThat(refused(body, fault).getMessage().getBody()).isSameAs(body);
        assertThat(refused(new ByteArrayInputStream(body), fault).getMessage().getBody(byte[].class)).isEqualTo(body);
    }

    private Exchange refused(Object body, String fault) {
        Exchange exchange = send(CREATE, body);

        PersonalizeRejectedException refused = rejected(exchange);
        assertThat(refused).hasMessage("attribute: " + fault);
        assertThat(refused.getCode()).isEqualTo("UNREADABLE");
        assertThat(refused.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(refused.getStatus()).isZero();
        assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "REJECTED")
                .containsEntry("CamelPersonalizeRequestCount", 0).doesNotContainKey("CamelPersonalizeStatusCode");
        assertNothingWasSent();
        return exchange;
    }
}
