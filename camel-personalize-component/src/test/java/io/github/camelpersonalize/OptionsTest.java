// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;

import io.github.camelpersonalize.credentials.BeanCredentials;
import io.github.camelpersonalize.credentials.Credentials;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A mistake in the options is told when the route starts, by the option's name and what it may be. */
class OptionsTest {

    private static final String COMPLETE = "personalize:attributes?operation=list&projectUid=p1&authtoken=t";

    @Test
    void aCompleteUriStarts() throws Exception {
        start(COMPLETE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            personalize:attribute?operation=list&projectUid=p1&authtoken=t | personalize:attribute: there is no resource "attribute" (did you mean "attributes"?); use attributes, audiences, events, experiences, geolocation, project
            personalize:attributes?projectUid=p1&authtoken=t | personalize:attributes: the option operation is missing: one of list, get, create, update, delete, upsert; set it on the endpoint or as camel.component.personalize.operation
            personalize:audiences?operation=upsertt&projectUid=p1&authtoken=t | personalize:audiences: there is no operation "upsertt" in the dialect contract (did you mean "upsert"?); use list, get, create, update, delete, upsert
            personalize:geolocation?operation=create&projectUid=p1&authtoken=t | personalize:geolocation: there is no operation "create" in the dialect contract; use listRegions, listCountries, listCities
            personalize:project?operation=list&projectUid=p1&authtoken=t | personalize:project: there is no operation "list" in the dialect contract; use upsert, plan, apply, export, unused
            personalize:experiences?operation=activate&projectUid=p1&authtoken=t | personalize:experiences: there is no operation "activate" in the dialect contract; use list, get, create, update, delete, upsert, getPriority, updatePriority; dialect=live has it
            personalize:projects?operation=list&projectUid=p1&authtoken=t | personalize:projects: there is no resource "projects"; use attributes, audiences, events, experiences, geolocation, project; dialect=live has it
            personalize:events?operation=list&authtoken=t | personalize:events: the option projectUid is missing: the uid of the Personalize project; set it on the endpoint or as camel.component.personalize.project-uid
            personalize:events?operation=list&projectUid=p1 | personalize:events: a way to authenticate is missing: set one of the options authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or credentials on the endpoint or as camel.component.personalize.*
            personalize:events?operation=list&projectUid=p1&authtoken=t&accessToken=u | personalize:events: there is more than one way to authenticate: authtoken and accessToken are set; set exactly one of the options authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or credentials
            personalize:events?operation=list&projectUid=p1&authtoken=t&region=mars | personalize:events: there is no region "mars"; use aws-na, aws-eu, aws-au, azure-na, azure-eu, gcp-na, gcp-eu, or set baseUrl
            personalize:events?operation=list&projectUid=p1&authtoken=t&dialect=klingon | personalize:events: the option dialect must be one of contract, live; it is "klingon"
            personalize:events?operation=list&projectUid=p1&authtoken=t&headerOverrides=host | personalize:events: the option headerOverrides must be none, or a list of operation, projectUid; it is "host"
            personalize:events?operation=upsert&projectUid=p1&authtoken=t&indexTtl=-1 | personalize:events: the option indexTtl must be 0 or more; it is -1
            personalize:events?operation=list&projectUid=p1&authtoken=t&requestTimeout=0 | personalize:events: the option requestTimeout must be more than 0; it is 0
            personalize:events?operation=list&projectUid=p1&authtoken=t&maxResponseSize=lots | personalize:events: the option maxResponseSize must be a size from 1 byte to 2 GB, such as 16MB; it is "lots"
            personalize:events?operation=list&projectUid=p1&authtoken=t&proxyHost=gw | personalize:events: the option proxyPort is missing: the port of the proxy that proxyHost names; set it on the endpoint or as camel.component.personalize.proxy-port
            """)
    void aMistakeIsToldAtStart(String uri, String message) {
        assertThatThrownBy(() -> start(uri)).rootCause().isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void anUnknownOptionIsToldAtStart() {
        assertThatThrownBy(() -> start(COMPLETE + "&colour=red")).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("personalize:attributes: there is no option colour; the options are accessToken, ");
    }

    @ParameterizedTest
    @CsvSource({"aws-eu, https://eu-personalize-api.contentstack.com", "AWS_EU, https://eu-personalize-api.contentstack.com",
            "gcp-na, https://gcp-na-personalize-api.contentstack.com", "aws-na, https://personalize-api.contentstack.com"})
    void theRegionDecidesTheHost(String region, String url) throws Exception {
        assertThat(endpoint(COMPLETE + "&region=" + region).getServiceUrl()).isEqualTo(url);
    }

    @Test
    void theBaseUrlWinsOverTheRegion() throws Exception {
        assertThat(endpoint(COMPLETE + "&region=aws-eu&baseUrl=https://gateway.example.com/personalize").getServiceUrl())
                .isEqualTo("https://gateway.example.com/personalize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyBaseUrlCountsAsNotSet(String baseUrl) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            PersonalizeConfiguration options = context.getComponent("personalize", PersonalizeComponent.class).getConfiguration();
            options.setRegion("aws-eu");
            options.setBaseUrl(baseUrl);
            context.start();

            assertThat(context.getEndpoint(COMPLETE, PersonalizeEndpoint.class).getServiceUrl())
                    .isEqualTo("https://eu-personalize-api.contentstack.com");
        }
    }

    @Test
    void anEndpointsEmptyBaseUrlLeavesTheComponents() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getComponent("personalize", PersonalizeComponent.class).getConfiguration().setBaseUrl("https://gateway.example.com");
            context.start();

            assertThat(context.getEndpoint(COMPLETE + "&baseUrl=", PersonalizeEndpoint.class).getServiceUrl())
                    .isEqualTo("https://gateway.example.com");
        }
    }

    @Test
    void optionsOfTheComponentAreDefaultsForItsEndpoints() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            PersonalizeConfiguration options = context.getComponent("personalize", PersonalizeComponent.class).getConfiguration();
            options.setProjectUid("p1");
            options.setAuthtoken("t");
            options.setRegion("aws-au");
            context.start();

            assertThat(context.getEndpoint("personalize:events?operation=list&projectUid=p2", PersonalizeEndpoint.class).settings())
                    .satisfies(settings -> {
                        assertThat(settings.project().id().uid()).isEqualTo("p2");
                        assertThat(settings.project().id().service()).hasHost("au-personalize-api.contentstack.com");
                    });
        }
    }

    @Test
    void anEndpointsWayToAuthenticateReplacesTheComponents() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getComponent("personalize", PersonalizeComponent.class).getConfiguration().setAuthtoken("t");
            context.start();

            assertThat(context
                    .getEndpoint("personalize:events?operation=list&projectUid=p1&accessToken=u", PersonalizeEndpoint.class)
                    .settings().project().credentials().header()).isEqualTo(new Credentials.Header("authorization", "Bearer u"));
        }
    }

    @Test
    void credentialsCanBeABean() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Credentials bean = Credentials.authtoken("from-a-vault");
            context.getRegistry().bind("vault", bean);
            context.start();

            assertThat(context.getEndpoint("personalize:events?operation=list&projectUid=p1&credentials=#vault", PersonalizeEndpoint.class)
                    .settings().project().credentials()).isEqualTo(new BeanCredentials(bean));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throws | no credential: the bean of the option credentials failed with java.lang.IllegalStateException
            null   | no credential: the bean of the option credentials returned no header
            """)
    void aBeanThatGivesNoCredentialIsAFaultOfTheConfigurationAndItsTextIsNotTold(String what, String told) throws Exception {
        Credentials bean = () -> {
            if (what.equals("throws")) {
                throw new IllegalStateException("secret of the vault");
            }
            return null;
        };
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("vault", bean);
            context.start();

            assertThatThrownBy(() -> context.createProducerTemplate().requestBody(
                    "personalize:events?operation=list&projectUid=p1&credentials=#vault", (Object) null)).rootCause()
                    .isInstanceOf(PersonalizeAuthException.class).hasMessage("event: " + told);
        }
    }

    @Test
    void theServicesLocationTellsNoSecret() throws Exception {
        PersonalizeEndpoint endpoint = endpoint(COMPLETE);

        assertThat(endpoint.getServiceMetadata()).isEqualTo(Map.of("resource", "attributes", "projectUid", "p1"));
        assertThat(endpoint.getServiceProtocol()).isEqualTo("http");
    }

    private static PersonalizeEndpoint endpoint(String uri) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            return context.getEndpoint(uri, PersonalizeEndpoint.class);
        }
    }

    private static void start(String uri) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(uri);
                }
            });
            context.start();
        }
    }
}
