// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateClaimsTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final StateClaims claims = StateClaims.of(context);
    private final StateRepository<String, String> repository = new MemoryStateRepository();
    private final Object consumer = new Object();
    private final Object another = new Object();

    @Test
    void aContextHasOneForAllComponents() {
        assertThat(StateClaims.of(context)).isSameAs(claims);
    }

    @Test
    void twoConsumersDoNotShareAState() {
        claims.claim(repository, "k1", consumer, "r1");

        assertThatThrownBy(() -> claims.claim(repository, "k1", another, "r2")).isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the state \"k1\" is used by the route r1 already, and two consumers would take changes from each other; use one"
                                + " consumer and a choice in its route, or give each a stateRepository of its own");
    }

    @Test
    void oneMayClaimItAgain() {
        claims.claim(repository, "k1", consumer, "r1");

        assertThatCode(() -> claims.claim(repository, "k1", consumer, "r1")).doesNotThrowAnyException();
    }

    @Test
    void anotherKeyOrRepositoryIsAnotherState() {
        claims.claim(repository, "k1", consumer, "r1");

        assertThatCode(() -> claims.claim(repository, "k2", another, "r2")).doesNotThrowAnyException();
        assertThatCode(() -> claims.claim(new MemoryStateRepository(), "k1", another, "r2")).doesNotThrowAnyException();
    }

    @Test
    void whatAConsumerReleasesAnotherMayClaim() {
        claims.claim(repository, "k1", consumer, "r1");
        claims.claim(repository, "k2", another, "r2");

        claims.release(consumer);

        assertThatCode(() -> claims.claim(repository, "k1", another, "r2")).doesNotThrowAnyException();
        assertThatThrownBy(() -> claims.claim(repository, "k2", consumer, "r1")).isInstanceOf(IllegalStateException.class);
    }
}
