// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.util.Map;

import io.github.camelpersonalize.FailOn;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.ObjectHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StarterTest {

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class, PersonalizeComponentAutoConfiguration.class));

    @Test
    void theSpellingsOfSpringBootAreTaken() {
        spring.withPropertyValues("camel.component.personalize.project-uid=p1", "camel.component.personalize.baseUrl=http://localhost:1",
                "camel.component.personalize.request_timeout=5s", "camel.component.personalize.FAIL-ON=none")
                .run(application -> assertThat(configuration(application)).returns("p1", PersonalizeConfiguration::getProjectUid)
                        .returns("http://localhost:1", PersonalizeConfiguration::getBaseUrl)
                        .returns(5_000L, PersonalizeConfiguration::getRequestTimeout)
                        .returns(FailOn.none, PersonalizeConfiguration::getFailOn));
    }

    @Test
    void variablesOfTheEnvironmentAreTakenWithAndWithoutUnderscoresForDashes() {
        withVariables(Map.of("CAMEL_COMPONENT_PERSONALIZE_PROJECTUID", "p1", "CAMEL_COMPONENT_PERSONALIZE_BASE_URL", "http://localhost:1",
                "CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", "secret"))
                .run(application -> assertThat(configuration(application)).returns("p1", PersonalizeConfiguration::getProjectUid)
                        .returns("http://localhost:1", PersonalizeConfiguration::getBaseUrl)
                        .returns("secret", PersonalizeConfiguration::getAuthtoken));
    }

    @Test
    void placeholdersOfSpringAndOfCamelAreReplaced() {
        spring.withPropertyValues("camel.component.personalize.project-uid=${project}", "camel.component.personalize.scope={{project}}",
                "project=p1").run(
                        application -> assertThat(configuration(application)).returns("p1", PersonalizeConfiguration::getProjectUid)
                                .returns("p1", PersonalizeConfiguration::getScope));
    }

    @Test
    void anObjectIsABeanByItsName() {
        SSLContextParameters tls = new SSLContextParameters();
        spring.withBean("tls", SSLContextParameters.class, () -> tls)
                .withPropertyValues("camel.component.personalize.ssl-context-parameters=#bean:tls")
                .run(application -> assertThat(configuration(application).getSslContextParameters()).isSameAs(tls));
    }

    @Test
    void anObjectCanBeDescribedByItsMembers() {
        spring.withPropertyValues("camel.component.personalize.ssl-context-parameters.cert-alias=mine",
                "camel.component.personalize.ssl-context-parameters.trust-managers.provider=SunJSSE").run(application -> {
                    SSLContextParameters tls = configuration(application).getSslContextParameters();
                    assertThat(tls.getCertAlias()).isEqualTo("mine");
                    assertThat(tls.getTrustManagers().getProvider()).isEqualTo("SunJSSE");
                });
    }

    @Test
    void theOptionsWinOverThoseOfAConfigurationBean() {
        PersonalizeConfiguration bean = new PersonalizeConfiguration();
        bean.setRegion("gcp-eu");
        bean.setProjectUid("of the bean");
        spring.withBean("house", PersonalizeConfiguration.class, () -> bean)
                .withPropertyValues("camel.component.personalize.project-uid=p1", "camel.component.personalize.configuration=#bean:house")
                .run(application -> assertThat(configuration(application)).returns("p1", PersonalizeConfiguration::getProjectUid)
                        .returns("gcp-eu", PersonalizeConfiguration::getRegion));
    }

    @Test
    void aPropertyThatTheComponentLacksStopsTheApplicationAndItsValueIsNotTold() {
        spring.withPropertyValues("camel.component.personalize.auth-tokens=cs1234")
                .run(application -> assertThat(application).getFailure().rootCause().isInstanceOf(PropertyException.class)
                        .hasMessageStartingWith("The component personalize has no option camel.component.personalize.auth-tokens"
                                + " (did you mean \"authtoken\"?) (\"")
                        .hasMessageContaining(". The options of camel.component.personalize are access-token, allow-insecure-http, ")
                        .hasMessageNotContaining("cs1234"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void itIsReportedAsSpringBootReportsFaultsOfItsOwn(CapturedOutput output) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(CamelAutoConfiguration.class,
                PersonalizeComponentAutoConfiguration.class).web(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run("--camel.component.personalize.regoin=aws-eu"))
                .hasRootCauseInstanceOf(PropertyException.class);

        assertThat(output).contains("""
                Description:

                The component personalize has no option camel.component.personalize.regoin \
                (did you mean "region"?) ("camel.component.personalize.regoin" from property source "commandLineArgs").

                Action:

                The options of camel.component.personalize are access-token, allow-insecure-http, """);
    }

    @Test
    void soDoesAVariableThatIsNoOption() {
        Map.of("AUTH_TOKEN", "authtoken", "AUTHTOKN", "authtoken", "PROJECTUIDD", "project-uid", "ACESS_TOKEN", "access-token")
                .forEach((name, meant) -> withVariables(Map.of("CAMEL_COMPONENT_PERSONALIZE_" + name, "c4n4ry"))
                        .run(application -> assertThat(application).getFailure().rootCause().hasMessageStartingWith(
                                "The component personalize has no option CAMEL_COMPONENT_PERSONALIZE_" + name + " (did you mean \"" + meant
                                        + "\"?). The options of ")
                                .hasMessageNotContaining("c4n4ry")));
    }

    @Test
    void F98_aValueThatAnOptionCannotTakeIsToldWithWhatItTakes() {
        Map.of("max-retries=often", "values of the type integer", "requests-per-second=8/s", "values of the type number",
                "request-timeout=soon", "values of the type duration", "validate=on", "values of the type boolean", "on-conflict=updat",
                "one of update, skip, fail", "prune=everything", "one of none, owned, all").forEach(
                        (setting, form) -> spring.withPropertyValues("camel.component.personalize." + setting)
                                .run(application -> assertThat(application).getFailure().rootCause().hasMessage(
                                        "The value of camel.component.personalize." + setting.split("=")[0]
                                                + " cannot be used. It takes " + form + ", not \"" + setting.split("=")[1] + "\""
                                                + (setting.endsWith("updat") ? " (did you mean \"update\"?)." : "."))));
    }

    @Test
    void F98_anEmptyPropertyCountsAsNotSet() {
        spring.withPropertyValues("camel.component.personalize.max-retries=", "camel.component.personalize.authtoken= ",
                "camel.component.personalize.project-uid= p1 ").run(application -> {
                    assertThat(configuration(application).getMaxRetries()).isEqualTo(5);
                    assertThat(configuration(application).getAuthtoken()).isNull();
                    assertThat(configuration(application).getProjectUid()).isEqualTo("p1");
                });
    }

    @Test
    void aBeanThatIsNotThereIsToldByTheNameOfTheProperty() {
        spring.withPropertyValues("camel.component.personalize.token-store=#bean:missing")
                .run(application -> assertThatThrownBy(() -> configuration(application))
                        .extracting(failure -> ObjectHelper.getException(PropertyException.class, failure).getMessage())
                        .isEqualTo("The value of camel.component.personalize.token-store cannot be used. It takes #bean: and the name of a "
                                + "io.github.camelpersonalize.credentials.TokenStore, or properties of one."));
    }

    @Test
    void switchedOffNothingIsConfigured() {
        for (String off : new String[]{"camel.component.personalize.enabled=false", "camel.component.enabled=false",
                "camel.component.personalize.customizer.enabled=false"}) {
            spring.withPropertyValues("camel.component.personalize.project-uid=p1", off)
                    .run(application -> assertThat(configuration(application).getProjectUid()).as(off).isNull());
        }
    }

    private ApplicationContextRunner withVariables(Map<String, Object> variables) {
        return spring.withInitializer(application -> environment(application.getEnvironment(), variables));
    }

    private static void environment(ConfigurableEnvironment environment, Map<String, Object> variables) {
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
    }

    private static PersonalizeConfiguration configuration(ApplicationContext application) {
        return application.getBean(CamelContext.class).getComponent("personalize", PersonalizeComponent.class).getConfiguration();
    }
}
