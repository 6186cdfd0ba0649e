// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import io.github.camelpersonalize.EndpointSettings;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectUid;
import org.apache.camel.Message;

/**
 * What a message may decide about its own handling. Messages come from strangers (a Kafka header, a query parameter), so that only what the
 * option {@code headerOverrides} names is read at all; where a request goes and with which credential is never up to a message.
 */
public final class ControlHeaders {

    private final EndpointSettings settings;

    public ControlHeaders(EndpointSettings settings) {
        this.settings = settings;
    }

    /** What to do, and for which project. */
    public record Invocation(Operation operation, String projectUid) {}

    /**
     * What the message asks for, as far as it may; otherwise what the options say.
     *
     * @throws IllegalArgumentException when one of its headers is wrong
     */
    public Invocation of(Message message) {
        return new Invocation(operation(header(message, HeaderOverride.operation, PersonalizeConstants.OPERATION)),
                projectUid(header(message, HeaderOverride.projectUid, PersonalizeConstants.PROJECT_UID)));
    }

    private Operation operation(String name) {
        return name == null
                ? settings.operation()
                : Operation.named(name).filter(operation -> settings.dialect().offers(settings.resource(), operation)).orElseThrow(
                        () -> new IllegalArgumentException("the header " + PersonalizeConstants.OPERATION + " must be one of "
                                + settings.dialect().operations(settings.resource())));
    }

    private String projectUid(String uid) {
        if (uid != null && !ProjectUid.isLegal(uid)) {
            throw new IllegalArgumentException("the header " + PersonalizeConstants.PROJECT_UID + " is not legal: " + ProjectUid.RULE);
        }
        return uid == null ? settings.projectUid() : uid;
    }

    private String header(Message message, HeaderOverride override, String name) {
        return settings.headerOverrides().contains(override) ? message.getHeader(name, String.class) : null;
    }
}
