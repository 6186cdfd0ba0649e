// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.ArrayList;
import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.CredentialsException;
import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.client.Calls.LIST;
import static io.github.camelpersonalize.client.Calls.PROJECT;
import static io.github.camelpersonalize.client.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;

/** A credential that is refused, is renewed, or cannot be had. */
class RefusedCredentialTest {

    private final ScriptedService service = new ScriptedService();

    /** Another credential after each refusal; the refusals are written down. */
    private static final class Renewed implements Credentials {

        private final List<Header> rejected = new ArrayList<>();
        private final boolean renewable;

        Renewed(boolean renewable) {
            this.renewable = renewable;
        }

        @Override
        public Header header() {
            return new Header("authorization", "Bearer canary-token-" + rejected.size());
        }

        @Override
        public boolean refresh(Header header) {
            rejected.add(header);
            return renewable;
        }
    }

    @Test
    void theRequestIsSentOnceMoreWithTheNewOne() {
        service.then(401, "");

        assertThat(service.client(Dialect.CONTRACT, new Renewed(true)).send(request(LIST), 1).failure()).isEmpty();

        assertThat(service.requests).extracting(sent -> sent.headers().get("authorization")).containsExactly("Bearer canary-token-0",
                "Bearer canary-token-1");
    }

    @Test
    void butNotTwice() {
        service.then(401, "").then(401, "");

        assertThat(service.client(Dialect.CONTRACT, new Renewed(true)).send(request(LIST), 1).failure().orElseThrow().status())
                .isEqualTo(401);

        assertThat(service.requests).hasSize(2);
    }

    @Test
    void norWithoutANewOne() {
        service.then(401, "");

        assertThat(service.client(Dialect.CONTRACT, new Renewed(false)).send(request(LIST), 1).failure().orElseThrow().status())
                .isEqualTo(401);

        assertThat(service.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500})
    void anotherErrorIsNoReasonToRenewIt(int status) {
        Renewed credentials = new Renewed(true);
        service.then(status, "");

        service.client(Dialect.CONTRACT, credentials).send(request(LIST), 1);

        assertThat(credentials.rejected).isEmpty();
        assertThat(service.requests).hasSize(1);
    }

    /** The scheme before it is an ordinary word. */
    @Test
    void ofTheHeaderOnlyTheSecretIsMasked() {
        service.then(400, "{\"message\": \"Bearer is fine, canary-token-0 is not\"}");

        assertThat(service.client(Dialect.CONTRACT, new Renewed(true)).send(request(Calls.UPDATE), 1).failure().orElseThrow().message())
                .isEqualTo("the service refused it with 400: Bearer is fine, *** is not");
    }

    @Test
    void aCredentialThatCannotBeHadIsTheConfigurations() {
        Problem problem = withoutCredential(new CredentialsException("the file is empty"), new StopSignal());

        assertThat(problem)
                .isEqualTo(new Problem(Category.UNAUTHORIZED, 0, null, "no credential: the file is empty", List.of(), Retry.USELESS));
        assertThat(service.requests).isEmpty();
    }

    @Test
    void orAnOutageThatPasses() {
        Problem problem = withoutCredential(new CredentialsException("the server is down", true, null), new StopSignal());

        assertThat(problem)
                .isEqualTo(new Problem(Category.UNAVAILABLE, 0, null, "no credential: the server is down", List.of(), Retry.SAFE));
    }

    @Test
    void orTheStopOfTheRoute() {
        StopSignal stop = new StopSignal();

        Problem problem = service.client(Dialect.CONTRACT, () -> {
            stop.give();
            throw new CredentialsException("interrupted");
        }).send(request(LIST, PROJECT, stop), 1).failure().orElseThrow();

        assertThat(problem).isEqualTo(Problem.STOPPING);
    }

    private Problem withoutCredential(CredentialsException why, StopSignal stop) {
        return service.client(Dialect.CONTRACT, () -> {
            throw why;
        }).send(request(LIST, PROJECT, stop), 1).failure().orElseThrow();
    }
}
