// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.batch.CallOptions;
import io.github.camelpersonalize.batch.RecordRules;
import io.github.camelpersonalize.binding.ControlHeaders;
import io.github.camelpersonalize.binding.HeaderOverride;
import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.context.ProjectSettings;
import io.github.camelpersonalize.convergence.PrunePolicy;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.OAuthSettings;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.ClientSettings;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the options of an endpoint become: each reaches the part of the component that it is for. {@link OptionFaultsTest} has those that are refused. */
class SettingsCheckTest {

    private final PersonalizeConfiguration options = new PersonalizeConfiguration();

    @BeforeEach
    void complete() {
        options.setResource("events");
        options.setProjectUid("p1");
        options.setAuthtoken("t");
    }

    private SettingsCheck check() {
        return new SettingsCheck(options, (oauth, client, bounds) -> Credentials.authtoken(oauth.clientId()), profile -> Optional.empty());
    }

    private ProjectSettings project() {
        return check().settings().project();
    }

    @Test
    void projectUidAndAWayToAuthenticateAreEnough() {
        assertThat(project()).isEqualTo(new ProjectSettings(Dialect.CONTRACT,
                new ProjectId(URI.create("https://personalize-api.contentstack.com"), "p1"), Credentials.authtoken("t"),
                new Policy(OnConflict.update, Duration.ofMinutes(1)), new RetryPolicy(5, Duration.ofMinutes(2)), Pace.of(8),
                new Bounds(Duration.ofSeconds(30), 16 << 20), new ClientSettings(null, null, new ClientSettings.Pool(200, 20, -1, 10_000)),
                null));
    }

    @Test
    void eachOptionOfRequestsReachesItsPlace() {
        StateRepository<String, String> repository = new MemoryStateRepository();
        SSLContextParameters ssl = new SSLContextParameters();
        options.setRegion("azure-eu");
        options.setDialect("live");
        options.setOnConflict(OnConflict.skip);
        options.setIndexTtl(0);
        options.setMaxRetries(0);
        options.setRetryTimeout(0);
        options.setRequestsPerSecond(5);
        options.setInitialRequestsPerSecond(2.0);
        options.setRequestTimeout(1);
        options.setMaxResponseSize("1");
        options.setSslContextParameters(ssl);
        options.setMaxTotalConnections(9);
        options.setConnectionsPerRoute(3);
        options.setConnectionTimeToLive(60_000);
        options.setConnectTimeout(700);
        options.setStateRepository(repository);

        assertThat(project()).isEqualTo(new ProjectSettings(Dialect.LIVE,
                new ProjectId(URI.create("https://azure-eu-personalize-api.contentstack.com"), "p1"), Credentials.authtoken("t"),
                new Policy(OnConflict.skip, Duration.ZERO), new RetryPolicy(0, Duration.ZERO), new Pace(5, 2),
                new Bounds(Duration.ofMillis(1), 1), new ClientSettings(ssl, null, new ClientSettings.Pool(9, 3, 60_000, 700)),
                repository));
    }

    @Test
    void eachOptionOfRecordsReachesItsPlace() {
        options.setOperation("upsert");
        options.setUid("u1");
        options.setKey("k1");
        options.setVersionUid("v1");
        options.setVersionField("revision");
        options.setTombstone(Tombstone.fail);
        options.setHeaderOverrides("operation");
        options.setFailOn(FailOn.all);
        options.setPrune(Prune.owned);
        options.setOwner("team");
        options.setMaxDeletes(3);
        options.setPruneWhenBlocked(true);
        options.setValidate(false);
        options.setName("Berlin");

        assertThat(check().settings()).isEqualTo(new EndpointSettings(Resource.events, Operation.upsert, Set.of(HeaderOverride.operation),
                FailOn.all,
                new RecordRules(Resource.events, Dialect.CONTRACT, "u1", "k1", "v1", "revision", Tombstone.fail, MessageBinding.PLACES),
                new CallOptions(Map.of("name", "Berlin"), Duration.ZERO), new PrunePolicy(Prune.owned, "team", 3, true), false,
                project()));
    }

    @Test
    void aProxyIsSpokenToInClearUnlessTheSchemeSaysOtherwise() {
        options.setProxyHost("gw");
        options.setProxyPort(3128);

        assertThat(project().client().proxy()).isEqualTo(new ClientSettings.Proxy("http", "gw", 3128, null, null, null));

        options.setProxyAuthScheme("https");
        options.setProxyAuthUsername("me");
        options.setProxyAuthPassword("secret");
        options.setNonProxyHosts("localhost");

        assertThat(project().client().proxy()).isEqualTo(new ClientSettings.Proxy("https", "gw", 3128, "me", "secret", "localhost"));
    }

    @Test
    void theBaseUrlReplacesTheRegion() {
        options.setRegion("aws-eu");
        options.setBaseUrl("https://gateway.example.com/personalize/");

        assertThat(project().id().service()).hasToString("https://gateway.example.com/personalize");
    }

    @Test
    void insecureHttpIsAllowedToThisMachineAndElsewhereOnRequest() {
        options.setBaseUrl("http://localhost:8080");
        assertThat(project().id().service()).hasToString("http://localhost:8080");

        options.setBaseUrl("http://gateway.example.com");
        options.setAllowInsecureHttp(true);
        assertThat(project().id().service()).hasToString("http://gateway.example.com");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "16MB, 16777216", "2147483646, 2147483646"})
    void theLargestResponseHasASizeInBytes(String option, long bytes) {
        options.setMaxResponseSize(option);

        assertThat(project().bounds().maxResponseSize()).isEqualTo(bytes);
    }

    @Test
    void theCredentialsOfAnOAuthClientGetWhatItsRequestsNeed() {
        options.setAuthtoken(null);
        options.setClientId("client");
        options.setClientSecret("secret");
        options.setRequestTimeout(7);
        options.setConnectTimeout(9);
        ClientSettings client = new ClientSettings(null, null, new ClientSettings.Pool(200, 20, -1, 9));

        Credentials credentials = new SettingsCheck(options, (oauth, given, bounds) -> {
            assertThat(oauth).isEqualTo(
                    new OAuthSettings(URI.create("https://app.contentstack.com/apps-api/token"), "client", "secret", null, null));
            assertThat(given).isEqualTo(client);
            assertThat(bounds).isEqualTo(new Bounds(Duration.ofMillis(7), 16 << 20));
            return Credentials.authtoken("of the client");
        }, profile -> Optional.empty()).settings().project().credentials();

        assertThat(credentials).isEqualTo(Credentials.authtoken("of the client"));
    }

    @Test
    void projectsAreThoseOfAnOrganizationSoThatNoHeaderNamesAProject() {
        options.setResource("projects");
        options.setDialect("live");
        options.setOrganizationUid("o1");
        options.setHeaderOverrides("operation, projectUid");

        assertThat(check().settings().headerOverrides()).isEqualTo(Set.of(HeaderOverride.operation));
        assertThat(project().id().uid()).isEqualTo("o1");
    }

    @Test
    void ofAllOthersAHeaderMayNameTheProject() {
        options.setHeaderOverrides("projectUid");

        assertThat(check().settings().headerOverrides()).isEqualTo(Set.of(HeaderOverride.projectUid));
    }

    @Test
    void theDialectIsAssumedUnlessItIsSaid() {
        assertThat(check().isDialectAssumed()).isTrue();
        options.setDialect("CONTRACT");
        assertThat(check().isDialectAssumed()).isFalse();
        assertThat(project().dialect()).isEqualTo(Dialect.CONTRACT);
    }

    /** Consumers have none; producers ask for it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "explode", "plan"})
    void anOperationThatTheResourceDoesNotHaveIsNone(String operation) {
        options.setOperation(operation);

        assertThat(check().settings().operation()).isNull();
    }

    @Test
    void aMessageChoosesAnotherOperationByItsHeaderWhereTheEndpointAllowsIt() {
        DefaultMessage message = new DefaultMessage(new DefaultCamelContext());
        message.setHeader("CamelPersonalizeOperation", "create");
        options.setOperation("list");
        assertThat(check().settings().controlHeaders().of(message)).isEqualTo(new ControlHeaders.Invocation(Operation.list, "p1"));

        options.setHeaderOverrides("operation");
        assertThat(check().settings().controlHeaders().of(message)).isEqualTo(new ControlHeaders.Invocation(Operation.create, "p1"));
    }
}
