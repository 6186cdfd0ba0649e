// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Properties;

import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustAllTrustManager;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The levels of {@link SecurityPolicy}: by the properties of Camel, else by its profile. */
class InsecureOptionsTest {

    private static final String HTTP_EFFECT = ": the credential may travel unencrypted; use https:// and remove the option, or allow it"
            + " with camel.security.allowedProperties=camel.component.personalize.allowInsecureHttp";
    private static final String TRUST_EFFECT = ": anybody on the way can read the credential; give sslContextParameters a trust store, or"
            + " allow it with camel.security.allowedProperties=camel.ssl.trustAllCertificates";

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Properties properties = new Properties();

    @Test
    void aContextHasOnePolicy() {
        assertThat(SecurityPolicy.of(context)).isSameAs(SecurityPolicy.of(context));
    }

    @Test
    void whatIsSecureIsNotRefused() {
        property("policy", "fail");

        assertThat(policy().refusal(false, null)).isEmpty();
        assertThat(policy().refusal(false, new SSLContextParameters())).isEmpty();
        assertThat(policy().refusal(false, trusting(null))).isEmpty();
    }

    @Test
    void underTheProfileProdItIsRefused() {
        context.getCamelContextExtension().setProfile("prod");

        assertThat(policy().refusal(true, null))
                .contains("allowInsecureHttp=true is refused, because camel.main.profile is prod" + HTTP_EFFECT);
        assertThat(policy().refusal(false, trusting(TrustAllTrustManager.INSTANCE)))
                .contains("a trust manager that accepts every certificate is refused, because camel.main.profile is prod" + TRUST_EFFECT);
    }

    @ParameterizedTest
    @CsvSource({"dev, '', ''", "dev, policy, warn", "prod, insecureSslPolicy, WARN", "prod, insecure-ssl-policy, ' warn '"})
    void aWarningIsToldOnceAnOption(String profile, String property, String level) {
        context.getCamelContextExtension().setProfile(profile);
        property(property, level);
        try (TraceLog log = TraceLog.ofOperators(SecurityPolicy.class.getName())) {
            assertThat(policy().refusal(true, trusting(TrustAllTrustManager.INSTANCE))).isEmpty();
            assertThat(policy().refusal(true, null)).isEmpty();

            assertThat(log.messages("WARN", SecurityPolicy.class)).containsExactly(
                    "allowInsecureHttp=true: the credential may travel unencrypted; it would be refused with camel.main.profile=prod",
                    "a trust manager that accepts every certificate: anybody on the way can read the credential;"
                            + " it would be refused with camel.main.profile=prod");
        }
    }

    @ParameterizedTest
    @CsvSource({"policy, allow", "insecureSslPolicy, Allow", "allowedProperties, camel.component.personalize.allowInsecureHttp",
            "allowed-properties, 'camel.x, camel.component.personalize.allow-insecure-http '"})
    void whatIsAllowedIsNotEvenAWarning(String property, String value) {
        context.getCamelContextExtension().setProfile("prod");
        property(property, value);
        try (TraceLog log = TraceLog.ofOperators(SecurityPolicy.class.getName())) {
            assertThat(policy().refusal(true, null)).isEmpty();

            assertThat(log.text()).isEmpty();
        }
    }

    @Test
    void whatIsAllowedOfOneOptionIsNotOfAnother() {
        context.getCamelContextExtension().setProfile("prod");
        property("allowedProperties", "camel.ssl.trustAllCertificates");

        assertThat(policy().refusal(true, trusting(TrustAllTrustManager.INSTANCE))).get().asString()
                .startsWith("allowInsecureHttp=true is refused");
        assertThat(policy().refusal(false, trusting(TrustAllTrustManager.INSTANCE))).isEmpty();
    }

    @Test
    void thePropertyOfTheCategoryWins() {
        property("policy", "allow");
        property("insecureSslPolicy", "fail");

        assertThat(policy().refusal(true, null))
                .contains("allowInsecureHttp=true is refused, because camel.security.insecureSslPolicy is fail" + HTTP_EFFECT);
    }

    @Test
    void anEmptyPropertyIsNone() {
        property("policy", "fail");
        property("insecureSslPolicy", " ");

        assertThat(policy().refusal(true, null)).get().asString().contains("because camel.security.policy is fail");
    }

    @Test
    void aLevelThatDoesNotExistIsTold() {
        property("policy", "forbid");

        assertThatThrownBy(() -> policy().refusal(true, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the property camel.security.policy must be allow, warn or fail; it is \"forbid\"");
    }

    private SecurityPolicy policy() {
        return SecurityPolicy.of(context);
    }

    private void property(String name, String value) {
        properties.setProperty("camel.security." + name, value);
        context.getPropertiesComponent().setOverrideProperties(properties);
    }

    private static SSLContextParameters trusting(TrustAllTrustManager manager) {
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setTrustManager(manager);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }
}
