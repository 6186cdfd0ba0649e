// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.BeforeEach;

import static io.github.camelpersonalize.Samples.batch;
import static io.github.camelpersonalize.Samples.project;
import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Applies whose ledger is in a repository that can be full. */
abstract class LedgerRoutes extends EmulatedRoutes {

    static final String APPLY = "personalize:project?operation=apply&stateRepository=#states";
    static final String OWNED = APPLY + "&prune=owned";

    final States states = new States();

    @BeforeEach
    void keepStates() {
        context.getRegistry().bind("states", states);
    }

    /** A manifest of an attribute and an audience that refers to it. */
    String both() {
        return age() + "\naudiences: " + batch(samples.audience("Adults", "ref:attribute/age")) + "\n";
    }

    String age() {
        return "attributes: " + batch(samples.attribute("age", "Age"));
    }

    String adults() {
        return "audiences: " + batch(samples.everyone("Adults"));
    }

    String other() {
        return "attributes: " + batch(samples.attribute("city", "City"));
    }

    /** What a project has later. */
    String later() {
        return project("attributes", samples.attribute("age", "Years", withUid(uid("a1"))));
    }

    void assertThatItIsPruned(String key) {
        time.sleep(Duration.ofSeconds(2));
        assertThat(apply(OWNED, other()).items()).extracting("key", "outcome").contains(tuple(key, Outcome.DELETED));
    }

    String unwritable() {
        return "the ledger of \"" + key()
                + "\" in the disk cannot be written: no space left; nothing more is created or deleted, because the"
                + " ledger would not know of it: make it writable, and apply again";
    }

    String key() {
        return "personalize:127.0.0.1:" + emulator().port() + ":p1:ledger";
    }

    BatchReport apply(String uri, String body) {
        return report(send(uri, body));
    }

    static BatchReport report(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class);
    }

    /** Memory that takes so many states and no more. */
    static final class States extends ServiceSupport implements StateRepository<String, String> {

        private final Map<String, String> texts = new HashMap<>();
        int writesLeft = Integer.MAX_VALUE;

        @Override
        public void setState(String key, String value) {
            if (writesLeft == 0) {
                throw new IllegalStateException("no space left");
            }
            writesLeft--;
            texts.put(key, value);
        }

        @Override
        public String getState(String key) {
            return texts.get(key);
        }

        @Override
        public String toString() {
            return "the disk";
        }
    }
}
