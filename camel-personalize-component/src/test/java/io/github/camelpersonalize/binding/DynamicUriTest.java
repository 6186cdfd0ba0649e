// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.binding.DynamicUri.Computed;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.spi.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A message decides the value of an option that the author left to it, and nothing else. */
class DynamicUriTest extends BoundMessages {

    private static final String GET = "personalize:audiences?operation=get&key=";
    private static final String REFUSED = "what was computed for toD changes the URI (options); a message may decide only values, and those of"
            + " other options than uid, key and versionUid must not hold & ? # % ( ) { } $ or control characters";

    private static String refused(String options) {
        return REFUSED.replace("(options)", "(" + options + ")");
    }

    private static Language simple() {
        return context().resolveLanguage("simple");
    }

    /** As {@code toD} does: Camel computes a text first. */
    private static Computed compute(String uri, String value) {
        Exchange exchange = message(null, Map.of("n", value)).getExchange();
        String computed = simple().createExpression(uri).evaluate(exchange, String.class);
        return DynamicUri.parse(uri, simple()).compute(exchange, computed.strip());
    }

    /** Another language has computed it. */
    private static Computed compared(String uri, String computed) {
        Language none = new Language() {

            @Override
            public Predicate createPredicate(String expression) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Expression createExpression(String expression) {
                throw new IllegalArgumentException(expression);
            }
        };
        return DynamicUri.parse(uri, none).compute(message(null).getExchange(), computed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "two words", "a&operation=delete", "a%26b", "RAW(a)", "{{secret}}", "${header.n}", "a\nb", ""})
    void theKeyIsTheValueWhateverItHolds(String value) {
        Computed computed = compute(GET + "${header.n}", value);

        assertThat(computed).isEqualTo(new Computed("personalize:audiences?operation=get", new ComputedTarget(null, value, null), null));
    }

    @Test
    void soAreTheUidsAndWhatIsRawMeansTheSame() {
        assertThat(compute("personalize:experiences?uid=${header.n}&versionUid=RAW(${header.n})", "a&b")).isEqualTo(
                new Computed("personalize:experiences", new ComputedTarget("a&b", null, "a&b"), null));
    }

    @Test
    void whatTheAuthorHasWrittenAroundAValueMeansWhatItMeansInAUri() {
        assertThat(compute(GET + "a%20+b.${header.n}", "5").target().key()).isEqualTo("a  b.5");
        assertThat(compute(GET + "RAW(a%20+b.${header.n})", "5").target().key()).isEqualTo("a%20+b.5");
        assertThat(compute(GET + "RAW{a)&(${header.n}}&maxRetries=0", "5")).isEqualTo(
                new Computed("personalize:audiences?operation=get&maxRetries=0", new ComputedTarget(null, "a)&(5", null), null));
    }

    @Test
    void anOptionWithoutAnExpressionStaysInTheUri() {
        assertThat(compute("personalize:audiences?uid=u1&projectUid=${header.n}", "p2")).isEqualTo(
                new Computed("personalize:audiences?uid=u1&projectUid=p2", ComputedTarget.NONE, null));
        assertThat(compute("personalize:${header.n}", "audiences")).isEqualTo(
                new Computed("personalize:audiences", ComputedTarget.NONE, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b", "a?b", "a#b", "a%b", "(", ")", "{", "}", "$", "a\nb", "a\u0000"})
    void aValueOfAnotherOptionMustNotHoldWhatHasAMeaningInAUri(String value) {
        assertThat(compute("personalize:audiences?projectUid=${header.n}", value)).isEqualTo(
                new Computed(null, ComputedTarget.NONE, refused("projectUid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audiences?operation=delete", "a/b", "//host", "mock:a:b"})
    void norTheResource(String value) {
        assertThat(compute("personalize:${header.n}", value).refusal()).isEqualTo(refused("resource"));
    }

    @Test
    void aNameOfAnOptionIsNotComputed() {
        assertThat(compute("personalize:audiences?${header.n}=a", "uid").refusal()).isEqualTo(refused("${header.n}, uid"));
    }

    @Test
    void severalOptionsAreNamedOnceAndInOrder() {
        assertThat(compute("personalize:audiences?region=${header.n}&projectUid=${header.n}", "a&b").refusal())
                .isEqualTo(refused("projectUid, region"));
    }

    @Test
    void anExpressionMayHoldSignsOfAUri() {
        assertThat(compute("personalize:audiences?key=${header.n}${header.m?.x}&operation=get", "A")).isNotNull();
        assertThat(UriOption.parse("key=${a&b=c}&x=$simple{d{e}&}")).containsExactly(new UriOption("key", "${a&b=c}"),
                new UriOption("x", "$simple{d{e}&}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a=1&b=2        | a=1 b=2
            a&b=2          | a= b=2
            a=             | a=
            a=1&           | a=1
            a=RAW(x&y)&b=1 | a=RAW(x&y) b=1
            a=RAW{x&y}     | a=RAW{x&y}
            a=RAW(x&b=1    | a=RAW(x&b=1
            a=RAWx&b=1     | a=RAWx b=1
            a=${x&b=1      | a=${x b=1
            """)
    void aQueryIsSplitAsCamelSplitsIt(String query, String options) {
        assertThat(String.join(" ", UriOption.parse(query).stream().map(UriOption::toString).toList())).isEqualTo(options);
    }

    @Test
    void anEmptyQueryHasNoOptions() {
        assertThat(UriOption.parse("")).isEmpty();
    }

    @Test
    void whatAnotherLanguageHasComputedMayDecideValuesOnly() {
        String uri = "personalize:audiences?operation=get&projectUid=${p}&key=${k}";

        assertThat(compared(uri, "personalize:audiences?operation=get&projectUid=p2&key=a%20b")).isEqualTo(
                new Computed("personalize:audiences?operation=get&projectUid=p2", new ComputedTarget(null, "a b", null), null));
        assertThat(compared(uri, "personalize:audiences?operation=delete&projectUid=p2&key=a").refusal())
                .isEqualTo(refused("operation"));
        assertThat(compared(uri, "personalize:audiences?operation=get&projectUid=p(2)&key=a").refusal())
                .isEqualTo(refused("projectUid"));
        assertThat(compared(uri, "personalize:events?operation=get&projectUid=p2&key=a").refusal()).isEqualTo(refused("resource"));
        assertThat(compared(uri, "personalize:audiences?operation=get&projectUid=p2&key=a&uid=u1").refusal())
                .isEqualTo(refused("uid"));
        assertThat(compared(uri, "personalize:audiences?operation=get&projectUid=p2").refusal()).isEqualTo(refused("key"));
        assertThat(compared(uri, "personalize:audiences?projectUid=p2&operation=get&key=a").refusal())
                .isEqualTo(refused("operation, projectUid"));
        assertThat(compared("personalize:audiences?key=RAW(${k})", "personalize:audiences?key=RAW(a%20b)").target().key())
                .isEqualTo("a%20b");
    }

    @Test
    void aTextThatCamelHasComputedOtherwiseIsComparedToo() {
        Exchange exchange = message(null, Map.of("n", "A")).getExchange();

        assertThat(DynamicUri.parse(GET + "${header.n}", simple()).compute(exchange, GET + "B").target().key()).isEqualTo("B");
    }

    @Test
    void theTargetIsTakenOnceByTheEndpointThatItWasHandedTo() {
        Exchange exchange = message(null).getExchange();
        ComputedTarget target = new ComputedTarget("u1", null, null);
        exchange.setProperty(ExchangePropertyKey.TO_ENDPOINT, "personalize://audiences");

        target.hand(exchange);

        assertThat(exchange.getProperties().values().toString()).contains("what toD has computed").doesNotContain("u1");
        assertThat(ComputedTarget.take(exchange, "personalize://events")).isEqualTo(ComputedTarget.NONE);
        assertThat(ComputedTarget.take(exchange, "personalize://audiences")).isEqualTo(target);
        assertThat(ComputedTarget.take(exchange, "personalize://audiences")).isEqualTo(ComputedTarget.NONE);
    }

    @Test
    void aTargetThatNobodyHasTakenIsNotForTheNextEndpoint() {
        Exchange exchange = message(null).getExchange();
        exchange.setProperty(ExchangePropertyKey.TO_ENDPOINT, "personalize://audiences");
        new ComputedTarget("u1", null, null).hand(exchange);

        ComputedTarget.clear(exchange);

        assertThat(ComputedTarget.take(exchange, "personalize://audiences")).isEqualTo(ComputedTarget.NONE);
    }

    @Test
    void aTextHasAnExpressionWhereOneBegins() {
        assertThat(List.of("${a}", "x$simple{a}", "${")).allMatch(MessageBinding::hasExpression);
        assertThat(List.of("$a", "{a}", "")).noneMatch(MessageBinding::hasExpression);
    }
}
