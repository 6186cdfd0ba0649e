// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.authorization;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Spring Authorization Server on a free port of this machine, with its standard endpoints, and beside it a resource that asks it about each
 * token ({@code /oauth2/introspect}), as an API does. Refresh tokens are replaced at each use.
 */
final class AuthorizationServer implements AutoCloseable {

    static final String SCOPE = "personalize:manage";

    private final ConfigurableApplicationContext context;

    AuthorizationServer() {
        SpringApplication application = new SpringApplication(Setup.class);
        application.setDefaultProperties(Map.of("server.port", 0, "server.address", "127.0.0.1", "spring.main.banner-mode", "off",
                "logging.level.org.apache", "warn"));
        context = application.run();
    }

    URI url(String path) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** With characters that a form must encode. */
    static String secret(String client) {
        return "secret of the " + client + " & more=100%";
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration
    static class Setup {

        @Bean
        @Order(1)
        SecurityFilterChain authorizationServer(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(server.getEndpointsMatcher()).with(server, Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated()).build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.securityMatcher("/login").formLogin(Customizer.withDefaults()).build();
        }

        @Bean
        @Order(3)
        SecurityFilterChain resource(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_" + SCOPE))
                    .oauth2ResourceServer(resource -> resource.opaqueToken(Customizer.withDefaults())).build();
        }

        @Bean
        OpaqueTokenIntrospector introspector(ServletWebServerApplicationContext context) {
            return token -> SpringOpaqueTokenIntrospector
                    .withIntrospectionUri("http://127.0.0.1:" + context.getWebServer().getPort() + "/oauth2/introspect")
                    .clientId("resource")
                    .clientSecret(secret("resource")).build().introspect(token);
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    client("machine").authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).scope(SCOPE).build(),
                    client("app").authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN).redirectUri("http://127.0.0.1/callback")
                            .scope(SCOPE)
                            .build(),
                    client("resource")
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).build());
        }

        private static RegisteredClient.Builder client(String id) {
            return RegisteredClient.withId(id).clientId(id).clientSecret("{noop}" + secret(id))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                            .accessTokenTimeToLive(Duration.ofHours(1)).build());
        }

        @Bean
        UserDetailsService users() {
            return name -> User.withUsername(name).password("{noop}password").authorities("USER").build();
        }

        @Bean
        Resource api() {
            return new Resource();
        }
    }

    @RestController
    static class Resource {

        @GetMapping("/attributes")
        String attributes() {
            return "[]";
        }
    }
}
