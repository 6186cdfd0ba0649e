// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Headers of messages that begin as those of the component and are none of them. They have no effect, and each is told once. Thread-safe. */
final class MisspeltHeaders {

    private static final Logger LOG = LoggerFactory.getLogger(MisspeltHeaders.class);
    private static final String PREFIX = "CamelPersonalize";

    /** Camel does not mind the case of a header. */
    private static final Set<String> KNOWN = Headers.ALL.stream()
            .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));

    /** A sender may invent names without end. */
    private static final int MAX_TOLD = 100;

    private final Resource resource;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    MisspeltHeaders(Resource resource) {
        this.resource = resource;
    }

    /** Logs those of the message that no message had before. */
    void tell(Message message) {
        if (message.hasHeaders()) {
            of(message).filter(name -> told.size() < MAX_TOLD && told.add(name)).forEach(
                    name -> LOG.warn("personalize:{} knows no header {}{}: it has no effect", resource, Quoted.of(name),
                            Nearest.question(name, KNOWN)));
        }
    }

    /** What to say of those of the message where something is missing in it; empty where there is none. */
    static String told(Message message) {
        return of(message).map(name -> "; there is no header " + Quoted.of(name) + Nearest.question(name, KNOWN))
                .collect(Collectors.joining());
    }

    private static Stream<String> of(Message message) {
        return message.getHeaders().keySet().stream()
                .filter(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !KNOWN.contains(name));
    }
}
