// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelpersonalize.credentials.Credentials;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the component makes of properties and URIs. */
class ComponentTest {

    private static final String LIST = "personalize:events?operation=list&projectUid=p1";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final PersonalizeComponent component = new PersonalizeComponent(context);
    private final PersonalizeConfiguration options = component.getConfiguration();

    @BeforeEach
    void start() {
        context.addComponent("personalize", component);
        context.start();
        options.setAuthtoken("t");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    /** As each runtime binds properties. */
    private boolean set(String name, Object value) {
        return component.getComponentPropertyConfigurer().configure(context, component, name, value, true);
    }

    private PersonalizeEndpoint endpoint(String uri) {
        return context.getEndpoint(uri, PersonalizeEndpoint.class);
    }

    private void assertRefused(String uri, String message) {
        assertThatThrownBy(() -> endpoint(uri)).rootCause().isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static String names() {
        Set<String> names = new DefaultCamelContext().getCamelContextExtension().getEndpointUriFactory("personalize").propertyNames();
        return String.join(", ", new TreeSet<>(names));
    }

    @Test
    void propertiesSetOptionsWithoutTheWhiteSpaceAroundThem() {
        assertThat(set("region", " aws-eu ")).isTrue();
        assertThat(set("maxRetries", "3\n")).isTrue();
        assertThat(set("maxDeletes", 4)).isTrue();

        assertThat(options).extracting(PersonalizeConfiguration::getRegion, PersonalizeConfiguration::getMaxRetries,
                PersonalizeConfiguration::getMaxDeletes).containsExactly("aws-eu", 3, 4);
        assertThat(endpoint(LIST).getServiceUrl()).isEqualTo("https://eu-personalize-api.contentstack.com");
    }

    @Test
    void anEmptyPropertyIsNotSet() {
        assertThat(set("maxRetries", " ")).isTrue();
        assertThat(set("authtoken", "")).isTrue();

        assertThat(options.getMaxRetries()).isEqualTo(5);
        assertThat(endpoint(LIST).settings().project().credentials()).isEqualTo(Credentials.authtoken("t"));
    }

    @Test
    void whatIsWrongWithPropertiesIsToldAtStartWithoutTheValueOfAMistypedName() {
        assertThat(set("authtokn", "c4n4ry")).isTrue();
        assertThat(set("maxRetries", "many")).isTrue();

        String message = "the component personalize: there is no option authtokn (did you mean \"authtoken\"?); the options are " + names()
                + "; the option maxRetries must be a whole number; it is \"many\"";
        assertRefused(LIST, message);
        component.stop();
        assertThatThrownBy(component::start).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void theDefaultsAreThoseOfTheConfigurationThatIsSet() {
        PersonalizeConfiguration other = new PersonalizeConfiguration();
        other.setRegion("gcp-na");
        other.setAuthtoken("o");
        component.setConfiguration(other);

        assertThat(endpoint(LIST).getServiceUrl()).isEqualTo("https://gcp-na-personalize-api.contentstack.com");
        assertThat(component.getConfiguration()).isSameAs(other);
        assertThat(other.getResource()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"authtoken=e, authtoken, e", "accessToken=e, authorization, Bearer e"})
    void anEndpointsWayToAuthenticateReplacesTheComponents(String option, String header, String value) throws Exception {
        options.setAuthtoken(null);
        options.setOauthProfile("shop");

        assertThat(endpoint(LIST + "&" + option).settings().project().credentials().header())
                .isEqualTo(new Credentials.Header(header, value));
        assertThat(options.getOauthProfile()).isEqualTo("shop");
    }

    @Test
    void emptyOptionsOfAnEndpointLeaveTheComponents() {
        options.setRegion("aws-eu");

        assertThat(endpoint(LIST + "&region=&authtoken=").getServiceUrl()).isEqualTo("https://eu-personalize-api.contentstack.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authtoken=c4n4ry", "accessToken=RAW(c4n4ry&%)", "auth-token=x&proxyAuthPassword=c4n4ry"})
    void theUriOfAnEndpointShowsNoSecret(String secret) {
        options.setAuthtoken(null);
        String uri = LIST + "&" + secret.replace("auth-token", "authtoken");

        assertThat(endpoint(uri).getEndpointUri()).contains("xxxxxx").doesNotContain("c4n4ry");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failOn=som | the option failOn must be one of any, all, none; it is "som"
            requestTimeout=soon | the option requestTimeout must be a time, such as 1500 (milliseconds), 30s or 2m; it is "soon"
            key=${header.id} | the option key has an expression, which to does not compute; use toD
            failOn=${header.id} | the option failOn has an expression, which to does not compute; use toD
            """)
    void aWrongValueOfAnEndpointIsToldByItsOption(String option, String message) {
        assertRefused(LIST + "&" + option, "personalize:events: " + message);
    }

    @Test
    void anOptionThatThereIsNotIsToldWithoutItsValue() {
        assertRefused(LIST + "&colour=c4n4ry&authtokn=c4n4ry", "personalize:events: there is no option authtokn (did you mean"
                + " \"authtoken\"?), colour; the options are " + names());
    }

    @Test
    void aDefaultOfTheComponentHasNoExpressionEither() {
        options.setKey("${header.id}");

        assertRefused(LIST, "personalize:events: the option key has an expression, which to does not compute; use toD");
    }

    @Test
    void aSecretMayHaveAnyCharacters() {
        assertThat(endpoint(LIST + "&authtoken=RAW(${body})").settings().project().credentials())
                .isEqualTo(Credentials.authtoken("${body}"));
    }

    @Test
    void aSecretInThePathIsMaskedInMessages() {
        assertRefused("personalize:event?operation=list&projectUid=p1", "personalize:event: there is no resource \"event\" (did you mean"
                + " \"events\"?); use attributes, audiences, events, experiences, geolocation, project");
    }

    @Test
    void theGlobalSslParametersAreUsedOnRequestWhereAnEndpointHasNone() {
        SSLContextParameters global = new SSLContextParameters();
        SSLContextParameters own = new SSLContextParameters();
        context.setSSLContextParameters(global);
        context.getRegistry().bind("own", own);
        assertThat(endpoint(LIST).getConfiguration().getSslContextParameters()).isNull();

        component.setUseGlobalSslContextParameters(true);
        assertThat(component.isUseGlobalSslContextParameters()).isTrue();
        assertThat(endpoint(LIST + "&maxRetries=1").getConfiguration().getSslContextParameters()).isSameAs(global);
        assertThat(endpoint(LIST + "&sslContextParameters=#own").getConfiguration().getSslContextParameters()).isSameAs(own);
    }

    @Test
    void whatItsEndpointsShareStopsAndStartsWithIt() throws Exception {
        try (RecordingServer server = new RecordingServer(200, "[]")) {
            options.setBaseUrl(server.baseUrl());
            assertThat(requestAll()).isEqualTo("[]");

            component.stop();
            assertThatThrownBy(this::requestAll).rootCause().hasMessage("event: not sent, because the route is stopping");

            component.start();
            assertThat(requestAll()).isEqualTo("[]");
            assertThat(server.requests()).hasSize(2);
        }
    }

    private String requestAll() {
        return context.createProducerTemplate().requestBody(LIST, (Object) null, String.class);
    }

    @Test
    void timeMayBeAnother() throws Exception {
        try (RecordingServer server = new RecordingServer(503, "")) {
            HurriedTime time = HurriedTime.of(component);
            options.setBaseUrl(server.baseUrl());

            assertThatThrownBy(this::requestAll).rootCause().isInstanceOf(PersonalizeUnavailableException.class);

            assertThat(server.requests()).hasSize(6);
            assertThat(time.sleeps()).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void aComponentWithoutAContextIsGivenOneLater() {
        PersonalizeComponent other = new PersonalizeComponent();
        context.addComponent("other", other);

        assertThat(other.getCamelContext()).isSameAs(context);
        assertThat(Map.of("ssl", other.isUseGlobalSslContextParameters())).isEqualTo(Map.of("ssl", false));
    }
}
