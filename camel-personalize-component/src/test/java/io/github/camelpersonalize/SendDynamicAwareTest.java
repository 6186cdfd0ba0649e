// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.binding.ComputedTarget;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.SendDynamicAware.DynamicAwareEntry;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What {@code toD} asks of the component: one endpoint for many uids and keys, which go beside the message. */
class SendDynamicAwareTest {

    private static final String GET = "personalize:audiences?operation=get";
    private static final String BY_UID = GET + "&uid=${header.id}";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final PersonalizeSendDynamicAware aware = new PersonalizeSendDynamicAware();

    @BeforeEach
    void start() {
        context.getPropertiesComponent().addInitialProperty("resource", "audiences");
        context.start();
        aware.setCamelContext(context);
        aware.setScheme("personalize");
        aware.start();
    }

    @AfterEach
    void stop() {
        aware.stop();
        context.stop();
    }

    private DynamicAwareEntry entry(String written, String id, String computed) throws Exception {
        exchange.getMessage().setHeader("id", id);
        return aware.prepare(exchange, computed, written);
    }

    @Test
    void theUidIsLeftOutOfTheUriOfTheEndpoint() throws Exception {
        DynamicAwareEntry entry = entry(BY_UID, "a1", GET + "&uid=a1");

        assertThat(aware.resolveStaticUri(exchange, entry)).isEqualTo(GET);
        assertThat(entry.getUri()).isEqualTo(GET + "&uid=a1");
        assertThat(entry.getOriginalUri()).isEqualTo(BY_UID);
        assertThat(List.of(entry.getProperties(), entry.getLenientProperties())).containsOnly(Map.of());
    }

    @Test
    void theProducerOfTheEndpointGetsItBesideTheMessage() throws Exception {
        DynamicAwareEntry entry = entry(BY_UID, "a1", GET + "&uid=a1");
        exchange.setProperty(ExchangePropertyKey.TO_ENDPOINT, GET);

        aware.createPreProcessor(exchange, entry).process(exchange);

        assertThat(ComputedTarget.take(exchange, GET)).isEqualTo(new ComputedTarget("a1", null, null));
    }

    @Test
    void whatNoProducerTookIsNotForTheNextEndpoint() throws Exception {
        DynamicAwareEntry entry = entry(BY_UID, "a1", GET + "&uid=a1");
        exchange.setProperty(ExchangePropertyKey.TO_ENDPOINT, GET);
        aware.createPreProcessor(exchange, entry).process(exchange);

        Processor after = aware.createPostProcessor(exchange, entry);
        after.process(exchange);

        assertThat(ComputedTarget.take(exchange, GET)).isEqualTo(new ComputedTarget(null, null, null));
    }

    @Test
    void aValueThatWouldAddAnOptionIsRefused() {
        PersonalizeRejectedException thrown = catchThrowableOfType(PersonalizeRejectedException.class,
                () -> entry(GET + "&region=${header.id}", "x&uid=a1", GET + "&region=x&uid=a1"));

        assertThat(thrown).hasMessageStartingWith("what was computed for toD changes the URI (region");
        assertThat(thrown.getCode()).isEqualTo("BAD_URI");
        assertThat(thrown.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown.getStatus()).isZero();
        assertThat(thrown.getFieldErrors()).isEmpty();
    }

    @Test
    void placeholdersOfTheAuthorAreResolved() throws Exception {
        DynamicAwareEntry entry = entry("personalize:{{resource}}?operation=get&uid=${header.id}", "a1", GET + "&uid=a1");

        assertThat(aware.resolveStaticUri(exchange, entry)).isEqualTo(GET);
    }

    @Test
    void placeholdersOfAMessageAreNot() throws Exception {
        DynamicAwareEntry entry = entry(BY_UID, "{{resource}}", GET + "&uid=audiences");
        exchange.setProperty(ExchangePropertyKey.TO_ENDPOINT, GET);
        aware.createPreProcessor(exchange, entry).process(exchange);

        assertThat(ComputedTarget.take(exchange, GET)).isEqualTo(new ComputedTarget("{{resource}}", null, null));
    }

    @Test
    void oneThatIsUsedForTwoUrisKeepsThemApart() throws Exception {
        entry(BY_UID, "a1", GET + "&uid=a1");
        DynamicAwareEntry other = entry(GET + "&key=${header.id}", "VIP", GET + "&key=VIP");
        exchange.setProperty(ExchangePropertyKey.TO_ENDPOINT, GET);
        aware.createPreProcessor(exchange, other).process(exchange);

        assertThat(ComputedTarget.take(exchange, GET)).isEqualTo(new ComputedTarget(null, "VIP", null));
    }

    @Test
    void anOptionThatIsUnknownIsAMistake() {
        assertThat(aware.isLenientProperties()).isFalse();
    }
}
