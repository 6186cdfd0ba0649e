// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.api.Operation;
import org.apache.camel.Message;

/**
 * What a message may decide about its own handling. Messages come from strangers (a Kafka header, a query parameter), so that only what the
 * option {@code headerOverrides} names is read at all; where a request goes and with which credential is never up to a message.
 */
final class MessageOrder {

    private final EndpointSettings settings;

    MessageOrder(EndpointSettings settings) {
        this.settings = settings;
    }

    /**
     * The operation to carry out.
     *
     * @throws IllegalArgumentException when the header names none that the resource has
     */
    Operation operation(Message message) {
        String name = header(message, HeaderOverride.operation, PersonalizeConstants.OPERATION);
        return name == null
                ? settings.operation()
                : Operation.named(name).filter(operation -> settings.dialect().offers(settings.resource(), operation)).orElseThrow(
                        () -> new IllegalArgumentException("the header " + PersonalizeConstants.OPERATION + " must be one of "
                                + settings.dialect().operations(settings.resource())));
    }

    /**
     * The project that it is about.
     *
     * @throws IllegalArgumentException when the header cannot be a project's uid
     */
    String projectUid(Message message) {
        String uid = header(message, HeaderOverride.projectUid, PersonalizeConstants.PROJECT_UID);
        if (uid != null && !ProjectUid.isLegal(uid)) {
            throw new IllegalArgumentException("the header " + PersonalizeConstants.PROJECT_UID + " is not legal: " + ProjectUid.RULE);
        }
        return uid == null ? settings.projectUid() : uid;
    }

    private String header(Message message, HeaderOverride override, String name) {
        return settings.headerOverrides().contains(override) ? message.getHeader(name, String.class) : null;
    }
}
