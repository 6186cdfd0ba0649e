// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.api.OnConflict;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What a newcomer does wrong with properties and variables of Camel Main: the whole message says at start what is wrong and what to do. */
class PropertyMistakesTest {

    private static final String ROUTE = "personalize:attributes?operation=list";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            authtokn=c4n4ry | there is no option authtokn (did you mean "authtoken"?); the options are
            token=c4n4ry | there is no option token; the options are
            on-conflict=updat | the option onConflict must be one of update, skip, fail; it is "updat" (did you mean "update"?)
            max-retries=many | the option maxRetries must be a whole number; it is "many"
            retry-timeout=soon | the option retryTimeout must be a time, such as 1500 (milliseconds), 30s or 2m; it is "soon"
            """)
    void F98_aWrongPropertyIsToldWhenCamelMainStarts(String property, String told) {
        Throwable thrown = failure(Map.of("camel.component.personalize." + property.split("=")[0], property.split("=")[1]), ROUTE);

        assertThat(thrown).rootCause()
                .hasMessage("the component personalize: " + told + (told.endsWith(" are") ? " " + options() : ""));
        assertThat(FaultRoutes.text(thrown)).doesNotContain("c4n4ry");
    }

    @Test
    void F98_whiteSpaceAroundAPropertyGoes() throws Exception {
        Main main = new Main();
        Map.of("max-retries", " 3 ", "retry-timeout", "\t30s", "allow-insecure-http", "true\n", "on-conflict", " skip", "region", "aws-eu ")
                .forEach((name, value) -> main.addInitialProperty("camel.component.personalize." + name, value));
        try {
            main.start();
            PersonalizeConfiguration options = main.getCamelContext().getComponent("personalize", PersonalizeComponent.class)
                    .getConfiguration();

            assertThat(options)
                    .extracting(PersonalizeConfiguration::getMaxRetries, PersonalizeConfiguration::getRetryTimeout,
                            PersonalizeConfiguration::isAllowInsecureHttp, PersonalizeConfiguration::getOnConflict,
                            PersonalizeConfiguration::getRegion)
                    .containsExactly(3, 30_000L, true, OnConflict.skip, "aws-eu");
        } finally {
            main.stop();
        }
    }

    /** Camel's own message, which shows the whole URI or its options only. */
    @ParameterizedTest
    @CsvSource({"'', &projectUid={{project}}", "{{project}}, ''"})
    void F98_aPlaceholderWithoutAPropertyIsToldByItsName(String projectUid, String option) {
        Map<String, String> properties = projectUid.isEmpty() ? Map.of() : Map.of("camel.component.personalize.project-uid", projectUid);

        assertThat(root(failure(properties, ROUTE + option)))
                .hasMessageStartingWith("Property with key [project] not found in properties from text: ")
                .hasMessageEndingWith(option.isEmpty() ? projectUid : "operation=list" + option);
    }

    /** Camel Main reads such variables for components of Camel only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROJECT_UID=p1 | the option projectUid is missing: the uid of the Personalize project; set it on the endpoint or as camel.component.personalize.project-uid; the variable CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID is set, but does not set the option here: refer to it, as in camel.component.personalize.project-uid={{env:CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID}}
            PROJECTUIDD=p1 | the option projectUid is missing: the uid of the Personalize project; set it on the endpoint or as camel.component.personalize.project-uid; the variable CAMEL_COMPONENT_PERSONALIZE_PROJECTUIDD is set, but does not set the option here: refer to it, as in camel.component.personalize.project-uid={{env:CAMEL_COMPONENT_PERSONALIZE_PROJECTUIDD}}
            MAX_RETRIES=1 | the option projectUid is missing: the uid of the Personalize project; set it on the endpoint or as camel.component.personalize.project-uid
            PROJECT_UID= | the option projectUid is missing: the uid of the Personalize project; set it on the endpoint or as camel.component.personalize.project-uid
            """)
    void F101_aVariableThatSetsNoOptionIsToldWhereTheOptionIsMissing(String variable, String told) throws Exception {
        assertThat(failureWith(variable, ROUTE)).isEqualTo("personalize:attributes: " + told);
    }

    @Test
    void F101_soIsAVariableWithACredentialByItsName() throws Exception {
        assertThat(failureWith("AUTHTOKN=c4n4ry", ROUTE + "&projectUid=p1"))
                .isEqualTo("personalize:attributes: a way to authenticate is missing:"
                        + " set one of the options authtoken, accessToken, clientId (with the other OAuth options), oauthProfile or credentials on the endpoint or as"
                        + " camel.component.personalize.*; the variable CAMEL_COMPONENT_PERSONALIZE_AUTHTOKN is set, but does not set the option here:"
                        + " refer to it, as in camel.component.personalize.authtoken={{env:CAMEL_COMPONENT_PERSONALIZE_AUTHTOKN}}");
    }

    /** A process of its own, which has the variable. */
    private static String failureWith(String variable, String uri) throws Exception {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp", System.getProperty("java.class.path"),
                Application.class.getName(), uri);
        java.environment().put("CAMEL_COMPONENT_PERSONALIZE_" + variable.split("=")[0], variable.substring(variable.indexOf('=') + 1));
        Process process = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }

    /** An application of Camel Main, which prints why it does not start. */
    static final class Application {

        private Application() {}

        public static void main(String[] args) {
            System.out.print(root(failure(Map.of(), args[0])).getMessage());
            System.exit(0);
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static Throwable failure(Map<String, String> properties, String uri) {
        Main main = new Main();
        properties.forEach(main::addInitialProperty);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
        try {
            return catchThrowable(main::start);
        } finally {
            main.stop();
        }
    }

    private static String options() {
        return String.join(", ",
                new TreeSet<>(new DefaultCamelContext().getCamelContextExtension().getEndpointUriFactory("personalize").propertyNames()));
    }
}
