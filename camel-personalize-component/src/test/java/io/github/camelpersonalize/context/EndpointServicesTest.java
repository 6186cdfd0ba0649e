// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.RecordingServer;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.faults.TraceLog;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.state.StateStore;
import io.github.camelpersonalize.time.StopSignal;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.context.Endpoints.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What endpoints share with other endpoints of a component, and with those of other components. */
class EndpointServicesTest {

    private static final String HERE = "http://127.0.0.1:8181";

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    @AutoClose
    private final RecordingServer server = new RecordingServer(200, "{\"data\": []}");

    private final HurriedTime time = new HurriedTime();
    private final ComponentServices component = new ComponentServices(context, time);
    private final CallStats stats = CallStats.whole();

    @BeforeEach
    void start() {
        context.start();
        component.start();
    }

    @AfterEach
    void stop() {
        component.stop();
    }

    @Test
    void aCallGoesToTheProjectOfTheEndpointWithItsCredential() {
        EndpointServices endpoint = endpoint(settings(server.baseUrl(), null));

        call(endpoint);

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.target()).isEqualTo("GET /attributes");
            assertThat(request.headers()).containsEntry("authtoken", "canary-authtoken").containsEntry("x-project-uid", "p1");
        });
    }

    @Test
    void aCallIsCountedForTheEndpointAndForItsResource() {
        EndpointServices endpoint = endpoint(settings(server.baseUrl(), null));

        call(endpoint);

        assertThat(stats.requests()).isEqualTo(1);
        assertThat(ResourceStats.of(context).of(Resource.attributes).requests()).isEqualTo(1);
        assertThat(ResourceStats.of(context).of(Resource.events).requests()).isZero();
    }

    @Test
    void endpointsOfOneOrganizationShareItsRateLimit() {
        EndpointServices one = endpoint(settings(HERE, "p1", null));
        EndpointServices other = endpoint(settings(HERE, "p2", null));
        assertThat(one.limiter()).isEmpty();

        one.client();
        other.client();

        assertThat(one.limiter()).isPresent();
        assertThat(one.limiter().orElseThrow()).isSameAs(other.limiter().orElseThrow());
    }

    @Test
    void theLowestPaceOfAllCounts() {
        ProjectSettings fast = settings(HERE, null);
        ProjectSettings slow = new ProjectSettings(fast.dialect(), fast.id(), fast.credentials(), fast.policy(), fast.retryPolicy(),
                new Pace(2, 2), fast.bounds(), fast.client(), null);
        EndpointServices endpoint = endpoint(fast);
        endpoint.client();
        assertThat(endpoint.limiter().orElseThrow().ceiling()).isEqualTo(10);

        endpoint(slow).client();

        assertThat(endpoint.limiter().orElseThrow().ceiling()).isEqualTo(2);
    }

    @Test
    void thoseOfAnotherServiceDoNot() {
        EndpointServices one = endpoint(settings(HERE, null));
        EndpointServices other = endpoint(settings(HERE + "/v2", null));
        one.client();
        other.client();

        assertThat(one.limiter().orElseThrow()).isNotSameAs(other.limiter().orElseThrow());
    }

    @Test
    void timeIsThatOfTheComponent() {
        assertThat(endpoint(settings(HERE, null)).time()).isSameAs(time);
        assertThat(component.time()).isSameAs(time);
    }

    @Test
    void workEndsWithTheRouteOfItsPoll() {
        EndpointServices endpoint = endpoint(settings(HERE, null));
        Work ofRoute = endpoint.beginPoll("r1");
        Work ofNone = endpoint.beginPoll(null);

        RunningWork.of(context).stop("r1");

        assertThat(ofRoute.stop().isStopped()).isTrue();
        assertThat(ofNone.stop().isStopped()).isFalse();
    }

    @Test
    void workEndsWithTheRouteInWhichItsExchangeBegan() {
        Exchange exchange = new DefaultExchange(context);
        exchange.getExchangeExtension().setFromRouteId("r1");
        Work work = endpoint(settings(HERE, null)).begin(exchange);
        assertThat(work.stop().isStopped()).isFalse();

        RunningWork.of(context).stop("r1");

        assertThat(work.stop().isStopped()).isTrue();
    }

    @Test
    void workEndsWithItsComponentUntilThatStartsAgain() {
        EndpointServices endpoint = endpoint(settings(HERE, null));
        Work work = endpoint.beginPoll("r1");

        component.stop();
        assertThat(work.stop().isStopped()).isTrue();
        assertThat(endpoint.beginPoll("r1").stop().isStopped()).isTrue();

        component.start();
        assertThat(endpoint.beginPoll("r1").stop().isStopped()).isFalse();
    }

    @Test
    void afterTheStopOfTheComponentNothingIsSent() {
        EndpointServices endpoint = endpoint(settings(server.baseUrl(), null));
        ProjectClient calls = calls(endpoint);
        component.stop();

        assertThat(calls.send(Endpoints.LIST, Address.NONE, null).failure()).isPresent();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aStateIsKeptForTheProjectAndItsPurposeWhereTheEndpointSays() {
        MemoryStateRepository repository = new MemoryStateRepository();
        repository.start();
        ProjectSettings settings = settings(HERE, repository);
        StateStore state = endpoint(settings).state(settings.id(), "changes");
        state.write("one");
        state.part(2).write("two");

        assertThat(state.read()).contains("one");
        assertThat(endpoint(settings).state(settings.id(), "changes").part(2).read()).contains("two");
        assertThat(endpoint(settings).state(settings.id(), "ledger").read()).isEmpty();
        assertThat(endpoint(settings).state(settings.id().withUid("p2"), "changes").read()).isEmpty();
        assertThat(state.name()).matches("\"[^\"]*changes[^\"]*\" in .*MemoryStateRepository.*");
        assertThat(((RepositoryStore) state).repository()).isSameAs(repository);
    }

    @Test
    void withoutARepositoryAllComponentsShareOneInMemory() {
        ProjectSettings settings = settings(HERE, null);
        endpoint(settings).state(settings.id(), "changes").write("one");
        ComponentServices another = new ComponentServices(context, time);

        assertThat(new EndpointServices(context, another, settings, stats).state(settings.id(), "changes").read()).contains("one");
        assertThat(another.oauth()).isNotNull().isSameAs(component.oauth());
    }

    @Test
    void aProjectIsOpenedForItsCalls() {
        EndpointServices endpoint = endpoint(settings(server.baseUrl(), null));

        assertThat(endpoint.project(calls(endpoint), Optional.empty())).isNotNull();
    }

    @Test
    void whatIsCalledIsToldOnce() {
        assertThat(told(settings(HERE, null), settings(HERE, null), settings("https://eu-personalize-api.contentstack.com", null)))
                .containsExactly("Calls go to http://127.0.0.1:8181, project p1, with an authtoken, up to 10.0 requests a second,"
                        + " dialect=contract",
                        "Calls go to https://eu-personalize-api.contentstack.com (region aws-eu), project p1, with an authtoken,"
                                + " up to 10.0 requests a second, dialect=contract");
    }

    @Test
    void butNoMoreThan20ThatDiffer() {
        ProjectSettings[] many = new ProjectSettings[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = settings(HERE, "p" + i, null);
        }

        assertThat(told(many)).hasSize(20);
    }

    @Test
    void theDialectIsToldOnceWhereItIsAssumedAtARegion() {
        try (TraceLog log = TraceLog.ofOperators(ComponentServices.class.getName())) {
            component.assumed(settings(HERE, null));
            assertThat(log.text()).isEmpty();

            component.assumed(settings("https://personalize-api.contentstack.com", null));
            component.assumed(settings("https://eu-personalize-api.contentstack.com", null));
            assertThat(log.messages("INFO", ComponentServices.class)).containsExactly("The option dialect is not set, so that"
                    + " dialect=contract is assumed for personalize-api.contentstack.com; docs/dialects.adoc says how to find out which one"
                    + " the service speaks. Set the option, and this message ends");
        }
    }

    @Test
    void aServiceOfTheContextThatDoesNotStartIsAnError() throws Exception {
        DefaultCamelContext closed = new DefaultCamelContext() {
            @Override
            public void addService(Object object) {
                throw new IllegalStateException("no more services");
            }
        };

        assertThatThrownBy(() -> StateClaims.of(closed)).isInstanceOf(IllegalStateException.class).hasMessage("no more services");
        closed.close();
    }

    private List<String> told(ProjectSettings... all) {
        try (TraceLog log = TraceLog.ofOperators(ComponentServices.class.getName())) {
            for (ProjectSettings settings : all) {
                endpoint(settings).client();
            }
            return log.messages("INFO", ComponentServices.class);
        }
    }

    private EndpointServices endpoint(ProjectSettings settings) {
        return new EndpointServices(context, component, settings, stats);
    }

    private ProjectClient calls(EndpointServices endpoint) {
        ProjectId project = settings(server.baseUrl(), null).id();
        return endpoint.calls(endpoint.client(), project, endpoint.stats(Resource.attributes), new StopSignal());
    }

    private void call(EndpointServices endpoint) {
        assertThat(calls(endpoint).send(Endpoints.LIST, Address.NONE, null).failure()).isEmpty();
    }
}
