// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a message may decide about its own handling. Senders of messages are not trusted (a Kafka header, a query parameter), so that only the headers
 * that the option {@code headerOverrides} names are read at all. Where a request goes, and with which credential, is never up to a message.
 */
public final class ControlHeaders {

    private static final Logger LOG = LoggerFactory.getLogger(ControlHeaders.class);

    private final Dialect dialect;
    private final Resource resource;
    private final Set<HeaderOverride> overrides;
    private final Invocation options;
    private final Set<HeaderOverride> ignored = ConcurrentHashMap.newKeySet();
    private final MisspeltHeaders misspelt;

    /**
     * @param overrides which headers are read
     * @param options what to do when no header says otherwise
     */
    public ControlHeaders(Dialect dialect, Resource resource, Set<HeaderOverride> overrides, Invocation options) {
        this.dialect = dialect;
        this.resource = resource;
        this.overrides = overrides;
        this.options = options;
        this.misspelt = new MisspeltHeaders(resource);
    }

    /**
     * What to do, and for which project.
     *
     * @param operation {@code null} for a consumer
     */
    public record Invocation(@Nullable Operation operation, String projectUid) {}

    /**
     * What the message asks for, as far as it may; otherwise what the options say.
     *
     * @throws IllegalArgumentException when one of its headers is wrong
     */
    public Invocation of(Message message) {
        misspelt.tell(message);
        return new Invocation(operation(header(message, HeaderOverride.operation, Headers.OPERATION)),
                projectUid(header(message, HeaderOverride.projectUid, Headers.PROJECT_UID)));
    }

    private @Nullable Operation operation(@Nullable String name) {
        if (name == null) {
            return options.operation();
        }
        return Operation.named(name).filter(operation -> dialect.offers(resource, operation))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the header " + Headers.OPERATION + " must be one of " + dialect.operations(resource) + "; it is " + Quoted.of(name)
                                + Nearest.question(name, dialect.operations(resource).stream().map(String::valueOf).toList())));
    }

    private String projectUid(@Nullable String uid) {
        if (uid == null) {
            return options.projectUid();
        }
        if (!ProjectId.isLegalUid(uid)) {
            throw new IllegalArgumentException("the header " + Headers.PROJECT_UID + " is not legal: " + ProjectId.UID_RULE);
        }
        return uid;
    }

    private @Nullable String header(Message message, HeaderOverride override, String name) {
        if (overrides.contains(override)) {
            return message.getHeader(name, String.class);
        }
        if (message.getHeader(name) != null && ignored.add(override)) {
            LOG.warn("personalize:{} ignores the header {} of messages; to let messages decide, set headerOverrides={}", resource, name,
                    override);
        }
        return null;
    }
}
