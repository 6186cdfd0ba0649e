// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustAllTrustManager;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Options that leave the credential unprotected on its way, under the profile and the properties with which people decide on those of Camel. */
class SecurityPolicyTest extends EmulatedRoutes {

    private static final String LIST = "personalize:attributes?operation=list";
    private static final String INSECURE = LIST + "&baseUrl=http://gateway.example.com&allowInsecureHttp=true";

    @Test
    void underTheProfileProdPlainHttpIsRefusedAtStart() {
        profile("prod");

        assertThatThrownBy(() -> context.getEndpoint(INSECURE)).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "personalize:attributes: allowInsecureHttp=true is refused, because camel.main.profile is prod: the credential may travel"
                                + " unencrypted; use https:// and remove the option, or allow it with"
                                + " camel.security.allowedProperties=camel.component.personalize.allowInsecureHttp");
    }

    @Test
    void underTheProfileProdATrustManagerThatAcceptsEverythingIsRefusedAtStart() {
        profile("prod");
        context.getRegistry().bind("tls", trustAll());

        assertThatThrownBy(() -> context.getEndpoint(LIST + "&sslContextParameters=#tls")).rootCause()
                .hasMessage(
                        "personalize:attributes: a trust manager that accepts every certificate is refused, because camel.main.profile is prod:"
                                + " anybody on the way can read the credential; give sslContextParameters a trust store, or allow it with"
                                + " camel.security.allowedProperties=camel.ssl.trustAllCertificates");
    }

    @Test
    void theGlobalTrustManagerIsNoException() {
        profile("prod");
        context.setSSLContextParameters(trustAll());
        component().setUseGlobalSslContextParameters(true);

        assertThatThrownBy(() -> context.getEndpoint(LIST)).rootCause()
                .hasMessageContaining("a trust manager that accepts every certificate is refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, LIST + "&allowInsecureHttp=false", LIST + "&sslContextParameters=#tls"})
    void underTheProfileProdNothingElseIsRefused(String uri) {
        profile("prod");
        context.getRegistry().bind("tls", new SSLContextParameters());

        assertThatCode(() -> context.getEndpoint(uri)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"insecureSslPolicy, camel.security.insecureSslPolicy", "insecure-ssl-policy, camel.security.insecureSslPolicy",
            "policy, camel.security.policy"})
    void withoutAProfileThePropertiesOfCamelRefuse(String property, String reason) {
        property(property, "fail");

        assertThatThrownBy(() -> context.getEndpoint(INSECURE)).rootCause()
                .hasMessageStartingWith("personalize:attributes: allowInsecureHttp=true is refused, because " + reason + " is fail: ");
    }

    @ParameterizedTest
    @CsvSource({"policy, allow", "policy, warn", "insecureSslPolicy, allow", "insecureSslPolicy, WARN",
            "allowedProperties, camel.component.personalize.allowInsecureHttp",
            "allowed-properties, 'camel.component.kafka.x, camel.component.personalize.allow-insecure-http'"})
    void underTheProfileProdThePropertiesOfCamelAllow(String property, String value) {
        profile("prod");
        property(property, value);

        assertThatCode(() -> context.getEndpoint(INSECURE)).doesNotThrowAnyException();
    }

    @Test
    void thePropertyOfTheCategoryWinsOverThatOfAll() {
        property("policy", "allow");
        property("insecureSslPolicy", "fail");

        assertThatThrownBy(() -> context.getEndpoint(INSECURE)).rootCause()
                .hasMessageContaining("because camel.security.insecureSslPolicy is fail");
    }

    @Test
    void whatIsAllowedOfOneOptionIsNotOfAnother() {
        profile("prod");
        property("allowedProperties", "camel.ssl.trustAllCertificates");

        assertThatThrownBy(() -> context.getEndpoint(INSECURE)).rootCause().hasMessageContaining("allowInsecureHttp=true is refused");
    }

    @Test
    void aLevelThatDoesNotExistIsTold() {
        property("policy", "forbid");

        assertThatThrownBy(() -> context.getEndpoint(INSECURE)).rootCause()
                .hasMessage("the property camel.security.policy must be allow, warn or fail; it is \"forbid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void underOtherProfilesItIsAWarningOnce(String profile) {
        profile(profile);
        LoggerFactory.getLogger(SecurityPolicy.class);
        try (TraceLog log = new TraceLog("io.github.camelpersonalize")) {
            context.getEndpoint(INSECURE);
            context.getEndpoint(INSECURE + "&maxRetries=1");

            assertThat(log.messages("WARN", SecurityPolicy.class))
                    .isEqualTo(List.of("allowInsecureHttp=true: the credential may travel unencrypted;"
                            + " it would be refused with camel.main.profile=prod"));
        }
    }

    @Test
    void camelMainRefusesByItsProfile() {
        assertThatThrownBy(() -> start("camel.main.profile", "prod")).rootCause()
                .hasMessageStartingWith("personalize:attributes: allowInsecureHttp=true is refused, because camel.main.profile is prod: ");
    }

    @ParameterizedTest
    @CsvSource({"camel.security.insecureSslPolicy, allow", "camel.security.insecure-ssl-policy, warn",
            "camel.security.allowedProperties, camel.component.personalize.allowInsecureHttp"})
    void camelMainAllowsByItsProperties(String property, String value) {
        assertThatCode(() -> start("camel.main.profile", "prod", property, value)).doesNotThrowAnyException();
    }

    private void start(String... properties) throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.personalize.allow-insecure-http", "true");
        main.addInitialProperty("camel.component.personalize.base-url", emulator().baseUrl());
        main.addInitialProperty("camel.component.personalize.project-uid", PROJECT);
        main.addInitialProperty("camel.component.personalize.credentials", "#token");
        main.bind("token", Credentials.authtoken(emulator().authtoken()));
        for (int i = 0; i < properties.length; i += 2) {
            main.addInitialProperty(properties[i], properties[i + 1]);
        }
        main.start();
        try {
            CamelContext started = main.getCamelContext();
            assertThat(started.getComponent("personalize", PersonalizeComponent.class).getConfiguration().isAllowInsecureHttp()).isTrue();
            started.getEndpoint(LIST);
        } finally {
            main.stop();
        }
    }

    private void profile(String profile) {
        context.getCamelContextExtension().setProfile(profile);
    }

    private void property(String name, String value) {
        context.getPropertiesComponent().addOverrideProperty("camel.security." + name, value);
    }

    private static SSLContextParameters trustAll() {
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setTrustManager(TrustAllTrustManager.INSTANCE);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(managers);
        return tls;
    }
}
