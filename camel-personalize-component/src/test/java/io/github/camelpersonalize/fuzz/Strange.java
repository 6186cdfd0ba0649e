// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.transport.Response;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.camel.Exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Inputs that nobody means well with. */
final class Strange {

    /** How large an input is at most. */
    private static final int SIZE = 64 * 1024;

    private static final List<String> MEMBERS = List.of("uid", "name", "key", "data", "message", "errors", "error", "code", "priority",
            "variants", "rules", "traffic_percentage", "a/b~c", "");
    private static final List<String> PIECES = List.of("[", "{\"a\":", "{\"a\":[", "]", "\"", "\\", "\\u0000", "\\ud800", "<", "<a ",
            "<script",
            "<script>", "<!--", "<style></style>", "; charset=", "; charset=\"", ";", " ", "\t", "\n", "9", "-", "0.", "1e9",
            "1e9999999999", "\u0301\u0316", "1,", "{},",
            "e",
            "a+", "\0", "\ud800", "\udfff", "😀", "\ufdfa", "\u0301", "\u202e", "\u2028", "ß", "İ", ".", "../", "%2e", "secret-of-fuzz",
            "Wed, 21 Oct 2099 07:28:00 GMT");

    private Strange() {}

    /** Text of any characters, text that repeats itself up to the largest size, and text that nearly is JSON. */
    static Arbitrary<String> text() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(200), Arbitraries.strings().ascii().ofMaxLength(200), repeated(),
                Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces)), nearlyJson());
    }

    static Arbitrary<byte[]> bytes() {
        return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofMaxSize(300), text().map(text -> text.getBytes(UTF_8)));
    }

    private static Arbitrary<String> repeated() {
        return Combinators.combine(Arbitraries.strings().ofMaxLength(5), Arbitraries.of(PIECES), Arbitraries.integers().between(1, SIZE),
                Arbitraries.strings().ofMaxLength(5))
                .as((before, piece, size, after) -> before + piece.repeat(Math.max(1, size / piece.length())) + after);
    }

    private static Arbitrary<String> nearlyJson() {
        return Combinators.combine(json(), Arbitraries.integers().between(0, 300), Arbitraries.of(PIECES))
                .as((json, at, piece) -> at > json.length() ? json : json.substring(0, at) + piece + json.substring(at));
    }

    /** Correct JSON. */
    static Arbitrary<String> json() {
        return value().map(value -> {
            try {
                return Json.of(value).toString();
            } catch (JsonException e) {
                return "{\"uid\": \"u1\"}";
            }
        });
    }

    /** What Java programs put in bodies: maps and lists of anything, in any depth. */
    static Arbitrary<Object> value() {
        return Arbitraries.recursive(Strange::scalar, Strange::nested, 0, 4);
    }

    /** What a message may carry: bytes, streams, text, values, definitions with something wrong, batches of all that. */
    static Arbitrary<Object> body() {
        Arbitrary<Object> one = Arbitraries.oneOf(bytes(), text(), value(), bytes().map(ByteArrayInputStream::new),
                text().map(StringReader::new), definition());
        return Arbitraries.oneOf(one, one, one.list().ofMaxSize(4), one.list().ofMaxSize(4).map(List::iterator),
                one.array(Object[].class).ofMaxSize(4));
    }

    /** Headers that the component reads. */
    static Arbitrary<Map<String, Object>> headers() {
        return Arbitraries.maps(Arbitraries.of(PersonalizeConstants.UID, PersonalizeConstants.KEY, PersonalizeConstants.PROJECT_UID,
                PersonalizeConstants.OPERATION, Exchange.CONTENT_TYPE, Exchange.FILE_NAME_ONLY, "kafka.TOPIC", "kafka.PARTITION",
                "kafka.OFFSET"), Arbitraries.oneOf(text(), scalar())).ofMaxSize(4);
    }

    private static Arbitrary<Map<String, Object>> definition() {
        return members().map(members -> {
            Map<String, Object> definition = new LinkedHashMap<>(Map.of("name", "A", "key", "a", "data_type", "string", "type", "AB_TEST"));
            definition.putAll(members);
            return definition;
        });
    }

    /** Objects of JSON. */
    static Arbitrary<Map<String, Object>> members() {
        return Arbitraries.maps(name(), value()).ofMaxSize(5);
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(inner.list().ofMaxSize(4).map(ArrayList::new),
                Arbitraries.maps(name(), inner).ofMaxSize(4).map(HashMap::new));
    }

    private static Arbitrary<String> name() {
        return Arbitraries.oneOf(Arbitraries.of(MEMBERS), Arbitraries.strings().ofMaxLength(10));
    }

    private static Arbitrary<Object> scalar() {
        Arbitrary<Object> odd = Arbitraries.of(Double.NaN, Float.NEGATIVE_INFINITY, -0.0, 1.0f, Double.MIN_VALUE,
                new BigDecimal("1e999999999"),
                new BigDecimal("1.10"), new BigDecimal("-1e-999999999"), new byte[]{1}, new int[]{1, 2}, 'c', (short) 3, new Object(),
                Thread.State.NEW, new StringBuilder("text"), new Object[]{null, 1});
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20), Arbitraries.of("u1", "a", "..", "priority"), Arbitraries.longs(),
                Arbitraries.integers(), Arbitraries.bigDecimals(), Arbitraries.bigIntegers(), Arbitraries.doubles(),
                Arbitraries.of(true, false),
                odd).injectNull(0.1).map(value -> value);
    }

    /** Answers of any status, with the headers that are read. */
    static Arbitrary<Response> response() {
        Arbitrary<Integer> status = Arbitraries.oneOf(Arbitraries.of(200, 201, 204, 301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503),
                Arbitraries.integers().between(0, 999));
        Arbitrary<String> type = Arbitraries.oneOf(Arbitraries.of("application/json", "application/json; charset=utf-8"),
                Arbitraries.of("application/", "json", "+", ";", "charset", "=", "\"", " ", "a", "utf-8").list().ofMaxSize(300)
                        .map(pieces -> String.join("", pieces)),
                text());
        Arbitrary<byte[]> body = Arbitraries.oneOf(bytes(), json().map(json -> json.getBytes(UTF_8)));
        return Combinators.combine(status, type.injectNull(0.05), Arbitraries.maps(header(), text()).ofMaxSize(3), body)
                .as((code, contentType, others, bytes) -> {
                    Map<String, String> headers = new LinkedHashMap<>(others);
                    if (contentType != null) {
                        headers.put("content-type", contentType);
                    }
                    return new Response(code, headers, bytes);
                });
    }

    private static Arbitrary<String> header() {
        return Arbitraries.of("content-encoding", "location", "date", "retry-after", "x-ratelimit-limit");
    }

    /** Answers that ask to be left alone. */
    static Arbitrary<Response> busy() {
        Arbitrary<String> time = Arbitraries.oneOf(Arbitraries.longs().map(String::valueOf), Arbitraries.bigIntegers().map(String::valueOf),
                Arbitraries.of("Wed, 21 Oct 2099 07:28:00 GMT", "Wed, 31 Dec 9999 23:59:59 GMT", "Sat, 1 Jan 0000 00:00:00 GMT",
                        "Thu, 1 Jan 1970 00:00:00 +1800", "Mon, 23 Nov 2026 10:00:00 GMT"),
                text());
        return Combinators.combine(Arbitraries.of(408, 425, 429, 503), time, time).as((status, after, date) -> new Response(status,
                Map.of("retry-after", after, "date", date), new byte[0]));
    }
}
