// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Path;
import java.util.function.Supplier;

import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.FileTokenStore;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The ways to set the component up that the documentation shows. */
class ConfigurationSnippetsTest extends EmulatedRoutes {

    @Test
    void propertiesOfTheComponent() throws Exception {
        PersonalizeConfiguration options = started("application.properties");

        assertThat(options.getDialect()).isEqualTo("contract");
        assertThat(options.getRegion()).isEqualTo("aws-eu");
        assertThat(options.getProjectUid()).isEqualTo("64c7787b333555469a861224");
        assertThat(options.getAuthtoken()).isEqualTo("value of PERSONALIZE_AUTHTOKEN");
    }

    @Test
    void propertiesOfOAuth() throws Exception {
        PersonalizeConfiguration options = started("oauth.properties");

        assertThat(options.getClientId()).isEqualTo("connector");
        assertThat(options.getClientSecret()).isEqualTo("value of PERSONALIZE_CLIENT_SECRET");
        assertThat(options.getRefreshToken()).isEqualTo("value of PERSONALIZE_REFRESH_TOKEN");
    }

    @Test
    void aStoreForRefreshTokens(@TempDir Path folder) throws Exception {
        PersonalizeConfiguration options = started("token-store.properties", "token.folder", folder.toString());

        options.getTokenStore().save("a", "token");

        assertThat(new FileTokenStore(folder.toString()).load("a")).contains("token");
    }

    @Test
    void aRepositoryForStates(@TempDir Path folder) throws Exception {
        keepStates(component(), folder.toString());

        component().getConfiguration().getStateRepository().setState("key", "state");

        assertThat(new AtomicFileStateRepository(folder.toString()).getState("key")).isEqualTo("state");
    }

    @Test
    void propertiesOfTheTransport() throws Exception {
        PersonalizeConfiguration options = started("transport.properties");

        assertThat(options.getProxyHost()).isEqualTo("proxy.example.com");
        assertThat(options.getProxyPort()).isEqualTo(3128);
        assertThat(options.getRequestTimeout()).isEqualTo(10_000);
        assertThat(options.getConnectionsPerRoute()).isEqualTo(5);
    }

    @Test
    void theComponentInJava() {
        setUp(context);

        assertThat(component().getConfiguration().getRegion()).isEqualTo("azure-na");
        assertThat(component().getConfiguration().getAccessToken()).isEqualTo("value of PERSONALIZE_TOKEN");
    }

    @Test
    void aBeanThatSuppliesTheCredential() {
        bind(context, () -> emulator().accessToken());

        definition(send("personalize:attributes?operation=create&credentials=#vault",
                "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}"));

        assertThat(onlyRequest().header("authorization")).startsWith("Bearer ");
    }

    private static void setUp(CamelContext context) {
        String token = "value of PERSONALIZE_TOKEN";
        // @formatter:off
        // tag::component[]
        PersonalizeComponent personalize = context.getComponent("personalize", PersonalizeComponent.class);
        personalize.getConfiguration().setRegion("azure-na");
        personalize.getConfiguration().setProjectUid("64c7787b333555469a861224");
        personalize.getConfiguration().setAccessToken(token);
        // end::component[]
        // @formatter:on
    }

    private static void keepStates(PersonalizeComponent personalize, String folder) {
        // @formatter:off
        // tag::state[]
        personalize.getConfiguration().setStateRepository(new AtomicFileStateRepository(folder));
        // end::state[]
        // @formatter:on
    }

    private static void bind(CamelContext context, Supplier<String> vault) {
        // @formatter:off
        // tag::credentials[]
        Credentials credentials = () -> new Credentials.Header("authorization", "Bearer " + vault.get());
        context.getRegistry().bind("vault", credentials);
        // end::credentials[]
        // @formatter:on
    }

    private static PersonalizeConfiguration started(String file, String... namesAndValues) throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:docs/" + file);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            main.addInitialProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport started) {
                started.getCamelContext().getPropertiesComponent().addPropertiesFunction(new Environment());
            }
        });
        main.start();
        try {
            return main.getCamelContext().getComponent("personalize", PersonalizeComponent.class).getConfiguration();
        } finally {
            main.stop();
        }
    }

    /** Environment variables whose values are told by their names. */
    private static final class Environment implements PropertiesFunction {

        @Override
        public String getName() {
            return "env";
        }

        @Override
        public String apply(String name) {
            return "value of " + name;
        }
    }
}
