// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.net.URI;
import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.context.ProducerChecks.CheckKey;
import io.github.camelpersonalize.context.ProducerChecks.Group;
import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Which producers share a health check, and what it says. */
class ProducerChecksTest {

    private static final String LIST = "producer:personalize-attributes-list";

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private ProducerChecks checks;

    @BeforeEach
    void start() {
        context.start();
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        checks = ProducerChecks.of(context);
    }

    @Test
    void producersWithTheSameOperationOnTheSameProjectShareOne() {
        Group one = checks.join(key("p1", true));
        Group other = ProducerChecks.of(context).join(key("p1", true));

        assertThat(other).isSameAs(one);
        assertThat(ids()).containsExactly(LIST);
    }

    @Test
    void thoseOfOtherProjectsHaveTheirOwnUnderANumber() {
        checks.join(key("p1", true));
        checks.join(key("p2", true));
        checks.join(key("p3", true));

        assertThat(ids()).containsExactlyInAnyOrder(LIST, LIST + "-2", LIST + "-3");
    }

    @Test
    void aNumberIsFreeAgainWhenItsCheckIsGone() {
        Group first = checks.join(key("p1", true));
        checks.join(key("p2", true));
        first.leave();

        checks.join(key("p3", true));

        assertThat(ids()).containsExactlyInAnyOrder(LIST, LIST + "-2");
    }

    @Test
    void aCheckGoesWithTheLastOfItsProducers() {
        Group group = checks.join(key("p1", true));
        checks.join(key("p1", true));

        group.leave();
        assertThat(ids()).containsExactly(LIST);

        group.leave();
        assertThat(ids()).isEmpty();
    }

    @Test
    void aCheckThatIsTurnedOffIsNotAsked() {
        Endpoints.call(context, checks.join(key("p1", false)).stats(), 503);

        assertThat(result().getState()).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(result().getDetails()).doesNotContainKey("kind");
    }

    @Test
    void beforeTheFirstCallItIsUp() {
        checks.join(key("p1", true));

        HealthCheck.Result result = result();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails()).containsEntry("resource", "attributes").containsEntry("operation", "list");
    }

    @Test
    void anOutageIsDownWithWhatAnOperatorNeeds() {
        Endpoints.call(context, checks.join(key("p1", true)).stats(), 503);

        HealthCheck.Result result = result();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage()).contains("the service failed with 503: []");
        assertThat(result.getDetails()).contains(entry("message", "the service failed with 503: []"), entry("kind", "unavailable"),
                entry("service.status.code", 503)).containsKey("since");
    }

    @Test
    void aFailureWithoutAResponseHasNoStatus() {
        Group group = checks.join(key("p1", true));
        context.getGlobalOptions().put("http.proxyHost", "127.0.0.1");
        context.getGlobalOptions().put("http.proxyPort", "1");
        Endpoints.call(context, group.stats(), 200);

        assertThat(result().getDetails()).containsEntry("kind", "unavailable").doesNotContainKey("service.status.code");
    }

    @Test
    void aMisconfigurationIsTold() {
        try (TraceLog log = TraceLog.ofOperators(ProducerChecks.class.getName())) {
            Endpoints.call(context, checks.join(key("p1", true)).stats(), 404);

            assertThat(log.messages("ERROR", ProducerChecks.class)).containsExactly("No message passes"
                    + " personalize:attributes?operation=list until its configuration is fixed: 127.0.0.1 does not serve GET /attributes of"
                    + " this project (404): []; check baseUrl, region and the option projectUid");
        }
    }

    private List<String> ids() {
        return results().stream().map(result -> result.getCheck().getId()).toList();
    }

    private HealthCheck.Result result() {
        assertThat(results()).hasSize(1);
        return results().get(0);
    }

    private List<HealthCheck.Result> results() {
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:")).toList();
    }

    private static CheckKey key(String project, boolean isEnabled) {
        return new CheckKey(Dialect.CONTRACT, new ProjectId(URI.create("https://service.example"), project), Endpoints.CREDENTIALS,
                Resource.attributes, Operation.list, isEnabled);
    }
}
