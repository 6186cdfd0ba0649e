// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A word that is the value of every secret option is found nowhere that people or machines look at. */
@BothDialects
class SecretSinksFaultsTest extends FaultRoutes {

    private static final String CANARY = "c4n4ry";
    private static final List<String> SECRETS = List.of("authtoken", "proxyAuthUsername", "proxyAuthPassword");

    /** Consoles that do something when they are looked at, such as dumping the heap, and those that print the source of routes, secrets and all. */
    private static final Set<String> OTHER_CONSOLES = Set.of("send", "receive", "reload", "gc", "heap-dump", "jfr-memory-leak",
            "route-dump", "route-structure", "processor-detail");
    private static final String CREATE = "personalize:attributes?operation=create";

    @BeforeEach
    void watchProducers() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 407, 422, 429, 503})
    void F64_secretsOfTheComponentAreInNoSinkWhateverTheServiceAnswers(int status) throws Exception {
        send("personalize:events?operation=list", null);
        PersonalizeConfiguration options = component().getConfiguration();
        options.setAuthtoken(CANARY);
        options.setProxyAuthUsername(CANARY);
        options.setProxyAuthPassword(CANARY);
        echo(status);

        try (TraceLog log = new TraceLog("io.github.camelpersonalize", "org.apache.camel")) {
            Exchange exchange = send(CREATE, age());

            assertNoSinkTells(exchange);
            assertThat(log.text()).contains("personalize").doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 407, 422, 429, 503})
    void F64_secretsOfAnEndpointAreInNoSinkWhateverTheServiceAnswers(int status) throws Exception {
        echo(status);

        Exchange exchange = sendThrough(CREATE + SECRETS.stream().map(secret -> "&" + secret + "=" + CANARY).collect(Collectors.joining()));

        assertNoSinkTells(exchange);
    }

    @Test
    void F64_anAccessTokenNeither() throws Exception {
        echo(401);

        Exchange exchange = sendThrough(CREATE + "&accessToken=" + CANARY);

        assertNoSinkTells(exchange);
    }

    @Test
    void F64_allSecretsAtOnceAreRefusedWithoutTellingAny() {
        Set<String> all = context.getCamelContextExtension().getEndpointUriFactory("personalize").secretPropertyNames();

        Throwable error = startError(CREATE + all.stream().map(secret -> "&" + secret + "=" + CANARY).collect(Collectors.joining()));

        assertThat(all).containsAll(SECRETS).contains("accessToken");
        assertThat(text(error)).contains("there is more than one way to authenticate").doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AuthToken=c4n4ry", "auth-token=c4n4ry", "authtoken=RAW(a&c4n4ry)", "authtoken=RAW{a)&(c4n4ry}",
            "authtoken=RAW(a)c4n4ry)", "authtoken=%63c4n4ry"})
    void F64_noSpellingOfASecretIsInTheUriOfTheEndpoint(String secret) throws Exception {
        echo(401);

        sendThrough(CREATE + "&" + secret);

        assertThat(context.getEndpoints()).filteredOn(endpoint -> endpoint.getEndpointUri().startsWith("personalize"))
                .allSatisfy(endpoint -> assertThat(endpoint.getEndpointUri() + endpoint).doesNotContain(CANARY));
    }

    @Test
    void F64_endpointsThatDifferInTheirSecretOnlyAreNotTakenForOneAnother() {
        send(CREATE + "&authtoken=" + emulator().authtoken(), age());
        Exchange refused = send(CREATE + "&authtoken=" + CANARY, age());

        assertThat(unauthorized(refused).getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authTokenn=c4n4ry", "operatio=list&authtoken=c4n4ry", "accessTokens=c4n4ry",
            "proxyAuthPasswort=x&proxyAuthPassword=c4n4ry",
            "authtokens=c4n4ry&authtoken=c4n4ry"})
    void F64_anOptionThatIsMistypedIsToldByItsNameAndNoValueIsTold(String options) {
        Throwable error = startError(CREATE + "&" + options);

        assertThat(text(error)).doesNotContain(CANARY).contains("personalize:attributes: there is no option " + options.split("=")[0]
                + "; the options are accessToken, allowInsecureHttp, authtoken, ");
    }

    @Test
    void F64_aQueryThatBeginsWithAnAmpersandIsNoResourceAndItsSecretIsNotTold() {
        Throwable error = startError("personalize:attributes&authtoken=" + CANARY);

        assertThat(text(error)).doesNotContain(CANARY).contains("there is no resource \"attributes&authtoken=xxxxxx\"");
    }

    /** The name of the route's entrance tells nothing of the URI. */
    private Exchange sendThrough(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:entrance").to(uri);
            }
        });
        return context.createProducerTemplate().send("direct:entrance", exchange -> exchange.getMessage().setBody(age()));
    }

    /** The service repeats the credential wherever it can. */
    private void echo(int status) {
        emulator().script(Script.on("POST", "/attributes").then(20, Step.status(status).header("WWW-Authenticate", CANARY)
                .body("{\"uid\": \"a1\", \"key\": \"age\", \"message\": \"" + CANARY + "\", \"errors\": {\"" + CANARY + "\": \"" + CANARY
                        + "\"}}")));
    }

    private void assertNoSinkTells(Exchange exchange) throws JMException {
        assertThat(exchange.getException() == null ? "" : text(exchange.getException())).doesNotContain(CANARY);
        assertThat(exchange.getAllProperties().toString()).doesNotContain(CANARY);
        assertThat(exchange.getMessage().getHeaders().toString()).doesNotContain(CANARY);
        assertThat(context.getEndpoints()).extracting(Endpoint::toString, Endpoint::getEndpointUri, Endpoint::getEndpointKey)
                .allSatisfy(texts -> assertThat(texts.toString()).doesNotContain(CANARY));
        assertThat(managementAttributes()).hasSizeGreaterThan(50);
        assertThat(telling(managementAttributes())).isEmpty();
        assertThat(healthDetails()).contains("producer:personalize-attributes-create").doesNotContain(CANARY);
        assertThat(consoles()).hasSizeGreaterThan(20);
        assertThat(telling(consoles())).isEmpty();
    }

    private static List<String> telling(List<String> texts) {
        return texts.stream().filter(text -> text.contains(CANARY)).toList();
    }

    private List<String> managementAttributes() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> texts = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            texts.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                texts.add(name + " " + attribute.getName() + "=" + value(server, name, attribute));
            }
        }
        return texts;
    }

    private static String value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            Object value = server.getAttribute(name, attribute.getName());
            return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
        } catch (JMException | RuntimeException e) {
            return text(e);
        }
    }

    private String healthDetails() {
        return HealthCheckHelper.invoke(context, "full").stream()
                .map(result -> result.getCheck().getId() + result.getMessage() + result.getDetails()).toList().toString();
    }

    /** What Camel's consoles and the component's show. */
    private List<String> consoles() {
        DevConsoleRegistry registry = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        registry.loadDevConsoles();
        return registry.stream().filter(console -> !OTHER_CONSOLES.contains(console.getId()))
                .flatMap(console -> Stream.of(MediaType.TEXT, MediaType.JSON).filter(console::supportMediaType)
                        .map(type -> console.getId() + ": " + Objects.toString(console.call(type, Map.of()))))
                .toList();
    }
}
