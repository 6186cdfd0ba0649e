// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.ProjectId;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What earlier steps of this component have written into an exchange, or the consumer that made it. What they wrote is a result: it does not say what
 * the next step is about. The exchange keeps it in a property with a value of this type, so that no message can forge it. Immutable, because branches
 * of a route share the values of properties.
 *
 * @param steps the newest last
 * @param isBodyRemoved whether a step has replaced a body by none, and nothing has set another one
 */
record EarlierResults(List<Step> steps, boolean isBodyRemoved) {

    private static final EarlierResults NONE = new EarlierResults(List.of(), false);
    private static final String PROPERTY = "CamelPersonalizeEarlierResults";

    /** Loops can have steps without end. */
    private static final int MAX_STEPS = 100;

    private static final List<String> RESULTS = List.of(Headers.UID, Headers.KEY, Headers.OUTCOME);

    /**
     * One step.
     *
     * @param project where its uids are
     * @param uids of each kind
     * @param uid the object that it wrote into this header, or {@code null}, as are the next two
     */
    record Step(ProjectId project, Map<String, ? extends Collection<String>> uids, @Nullable String uid, @Nullable String key,
            @Nullable String outcome) {

        boolean wrote(Message message, String header) {
            return message.getHeader(header) == written(header);
        }

        private @Nullable String written(String header) {
            return switch (header) {
                case Headers.UID -> uid;
                case Headers.KEY -> key;
                case Headers.OUTCOME -> outcome;
                default -> null;
            };
        }

        /** Whether the message has all headers as the step left them: Camel has restored it, for a redelivery for example. */
        private boolean isRestored(Message message) {
            return RESULTS.stream().allMatch(header -> wrote(message, header));
        }

        private Stream<String> kinds(String uid) {
            return uids.entrySet().stream().filter(kind -> kind.getValue().contains(uid)).map(Map.Entry::getKey);
        }
    }

    static EarlierResults of(@Nullable Exchange exchange) {
        return exchange != null && exchange.getProperty(PROPERTY) instanceof EarlierResults results ? results : NONE;
    }

    /** Notes what a step has written into a message. */
    static void note(Message message, Step step, boolean isBodyRemoved) {
        List<Step> earlier = of(message.getExchange()).steps;
        message.getExchange().setProperty(PROPERTY, new EarlierResults(with(earlier, step), isBodyRemoved));
    }

    private static List<Step> with(List<Step> earlier, Step step) {
        if (earlier.isEmpty()) {
            return List.of(step);
        }
        List<Step> steps = new ArrayList<>(earlier.subList(Math.max(0, earlier.size() + 1 - MAX_STEPS), earlier.size()));
        steps.add(step);
        return List.copyOf(steps);
    }

    /**
     * Whether a header is a result. Objects are compared, not texts: the same text is a target when the route has set it. What the route has kept from
     * an older step and set again is a target, too.
     */
    boolean isResult(Message message, String header) {
        return isNewest(message, header) || message.getHeader(header) != null
                && steps.stream().anyMatch(step -> step.wrote(message, header) && step.isRestored(message));
    }

    /** Whether a header is a result of the step before. */
    boolean isNewest(Message message, String header) {
        return message.getHeader(header) != null && !steps.isEmpty() && steps.get(steps.size() - 1).wrote(message, header);
    }

    /** Where a uid is from, if steps have found it, but not as that kind in that project. */
    Optional<String> origin(String uid, ProjectId project, String kind) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Set<String> elsewhere = new HashSet<>();
        for (Step step : steps) {
            for (String other : step.kinds(uid).toList()) {
                if (step.project().equals(project) && other.equals(kind)) {
                    return Optional.empty();
                }
                elsewhere.add("the " + other + " of project \"" + step.project().uid() + "\" at " + step.project().service());
            }
        }
        return elsewhere.stream().sorted().findFirst();
    }

    /** Tracers show the properties of an exchange. */
    @Override
    public String toString() {
        return "results of " + steps.size() + " steps";
    }
}
