// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.DialectSign;
import io.github.camelpersonalize.client.CallResult.Success;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that what a service answers looks like another dialect than an endpoint's. It says so, once, and changes nothing. Thread-safe. */
public final class DialectWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DialectWatch.class);

    private final Dialect own;
    private final String host;
    private final AtomicBoolean isTold = new AtomicBoolean();

    /**
     * @param own the dialect that the endpoint uses
     * @param host where the service is, for people
     */
    public DialectWatch(Dialect own, String host) {
        this.own = own;
        this.host = host;
    }

    Dialect dialect() {
        return own;
    }

    void look(ApiRequest request, CallResult result) {
        sign(request.call(), result).ifPresent(sign -> tell(request, sign));
    }

    private Optional<DialectSign> sign(Call call, CallResult result) {
        return result.fold((Success response) -> DialectSign.in(own, call, response.body()),
                problem -> DialectSign.inError(own, call, problem.status(), problem.message()));
    }

    private void tell(ApiRequest request, DialectSign sign) {
        String other = sign.dialect().name();
        String hint = sign.what() + ", as in the dialect " + other + "; if " + host + " speaks it, set dialect=" + other + " instead of "
                + own.name();
        request.stats().otherDialect(hint);
        if (isTold.compareAndSet(false, true)) {
            LOG.warn("personalize:{} may use the wrong dialect: {} (docs/dialects.adoc says how to find out)", request.call().resource(),
                    hint);
        }
    }
}
