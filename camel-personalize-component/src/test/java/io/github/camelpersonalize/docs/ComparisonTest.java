// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.FaultServer;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures of the README's first screen: the same records through routes that are written by hand, and through the component. */
class ComparisonTest {

    private static final String COMPONENT = "personalize:attributes?operation=upsert&failOn=none";
    private static final List<String> WAYS = List.of(HandWrittenRoutes.CREATE, HandWrittenRoutes.REPLACE, COMPONENT);
    private static final String PROJECT = "p1";

    private static final int KEYS = 50;
    private static final int EACH_IS_WRONG = 51;
    private static final List<Map<String, String>> RECORDS = IntStream.range(0, 1000).mapToObj(ComparisonTest::record).toList();
    private static final Predicate<Map<?, ?>> VALID = record -> !record.get("data_type").equals("text");

    private record Measured(long requests, long validRecordsThatFailed, int definitions) {}

    @Test
    void theReadmeSaysWhatWasMeasured() throws Exception {
        StringBuilder requests = new StringBuilder("| Requests |");
        StringBuilder failed = new StringBuilder("| Valid records that failed |");
        StringBuilder doubles = new StringBuilder(
                "| Definitions after a create whose response was lost, where the service allows a key twice |");
        for (String way : WAYS) {
            Measured measured = throughTheEmulator(way);
            assertThat(measured.definitions()).isEqualTo(KEYS);
            requests.append(" %s |".formatted(grouped(measured.requests())));
            failed.append(" %s |".formatted(grouped(measured.validRecordsThatFailed())));
            doubles.append(" %d |".formatted(afterALostResponse(way)));
        }

        Page.read(Page.README).with("comparison", """
                | %s records for %d attributes, %d of them invalid | HTTP: `POST` each record | HTTP: list, then `POST` or `PUT` | \
                `personalize:attributes?operation=upsert` |
                | --- | ---: | ---: | ---: |
                %s
                %s
                %s
                """.formatted(grouped(RECORDS.size()), KEYS, RECORDS.stream().filter(VALID.negate()).count(), requests, failed, doubles))
                .requireInStep(ComparisonTest.class);
    }

    /** All records, and the response to one create is lost. */
    private static Measured throughTheEmulator(String way) throws Exception {
        try (PersonalizeEmulator service = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
                DefaultCamelContext context = context(service.baseUrl(), service.authtoken())) {
            service.script(Script.on("POST", "/attributes").withKey("key_7")
                    .then(Step.fault(Fault.CONNECTION_RESET_BY_PEER).applied()));

            Exchange exchange = context.createProducerTemplate().send(way, message -> message.getMessage().setBody(RECORDS));

            assertThat(exchange.getException()).isNull();
            assertThat(service.scriptsLeft()).isEmpty();
            return new Measured(service.requestCount(), failed(exchange).stream().filter(VALID).count(),
                    service.project(PROJECT).attributes().size());
        }
    }

    /** What there is after one record, the response to which is lost, at a service that does not look at keys. */
    private static int afterALostResponse(String way) throws Exception {
        try (FaultServer service = new FaultServer(); DefaultCamelContext context = context(service.baseUrl(), "token")) {
            service.keepDoubles(true);
            service.on("POST /attributes", Answers.reset().applied());

            Exchange exchange = context.createProducerTemplate().send(way,
                    message -> message.getMessage().setBody(RECORDS.subList(1, 2)));

            assertThat(exchange.getException()).isNull();
            assertThat(service.unused()).isEmpty();
            return service.state("attributes").size();
        }
    }

    private static DefaultCamelContext context(String baseUrl, String authtoken) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        PersonalizeComponent component = context.getComponent("personalize", PersonalizeComponent.class);
        component.getConfiguration().setBaseUrl(baseUrl);
        component.getConfiguration().setProjectUid(PROJECT);
        component.getConfiguration().setAuthtoken(authtoken);
        HurriedTime.of(component);
        context.addRoutes(new HandWrittenRoutes(baseUrl, authtoken, PROJECT));
        context.start();
        return context;
    }

    private static List<Map<?, ?>> failed(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof BatchReport report) {
            return report.items().stream().filter(item -> !item.outcome().isSuccess()).<Map<?, ?>>map(item -> RECORDS.get(item.index()))
                    .toList();
        }
        MockEndpoint rejected = exchange.getContext().getEndpoint(HandWrittenRoutes.REJECTED, MockEndpoint.class);
        return rejected.getExchanges().stream().<Map<?, ?>>map(record -> record.getProperty(HandWrittenRoutes.RECORD, Map.class)).toList();
    }

    /** States of the attributes in turn, the newest last; every 51st is wrong, so that each key has a valid one. */
    private static Map<String, String> record(int index) {
        int key = index % KEYS;
        return Map.of("key", "key_" + key, "name", "Attribute %d, state %d".formatted(key, index / KEYS), "data_type",
                index % EACH_IS_WRONG == 0 ? "text" : "string");
    }

    private static String grouped(long number) {
        return number < 1000 ? String.valueOf(number) : number / 1000 + " %03d".formatted(number % 1000);
    }
}
