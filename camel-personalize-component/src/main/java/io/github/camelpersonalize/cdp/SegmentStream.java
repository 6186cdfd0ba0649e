// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.cdp.Observations.Trait;
import io.github.camelpersonalize.cdp.SegmentReader.NoSegmentMessageException;
import io.github.camelpersonalize.model.Definition;
import org.jspecify.annotations.Nullable;

/**
 * A stream of customer-data messages, with the definitions inferred so far. The first value of a trait decides the type of its attribute.
 * Values are read only for their type, and neither stored nor passed on. Thread-safe.
 */
public final class SegmentStream {

    private final SegmentRules rules;
    private final StreamListener listener;
    private final InferredDefinitions attributes;
    private final InferredDefinitions events;
    private final Set<String> reportedConflicts = ConcurrentHashMap.newKeySet();
    private final LongAdder messages = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final Set<String> reportedIgnored = ConcurrentHashMap.newKeySet();

    public SegmentStream(SegmentRules rules, StreamListener listener) {
        this.rules = rules;
        this.listener = listener;
        this.attributes = new InferredDefinitions("attribute", rules.attributes(), listener);
        this.events = new InferredDefinitions("event", rules.events(), listener);
    }

    /**
     * The counts since the start.
     *
     * @param messages that were accepted
     * @param rejected messages that are not of the Segment spec
     * @param attributes that were inferred
     * @param events that were inferred
     * @param withheld how often a name did not become a definition, because of a limit or because no key can be made from it
     * @param conflicts how often a value did not match the type of its attribute
     * @param merged names that became the key of another name. One that comes again after 10 000 others counts again
     * @param ignored how often there was something else where traits should be
     */
    public record Counts(long messages, long rejected, int attributes, int events, long withheld, long conflicts, long merged,
            long ignored) {}

    /** The definitions that a message needs; earlier messages decide their types and names. */
    public Inference infer(JsonNode message) {
        try {
            Observations observations = SegmentReader.observations(message, rules);
            messages.increment();
            observations.ignored().forEach(this::ignore);
            return new Inference.Fragment(fragment(observations));
        } catch (NoSegmentMessageException e) {
            rejected.increment();
            return new Inference.Rejected(e.error());
        }
    }

    /** Rejects and counts a message that is not JSON. */
    public Inference reject(String reason) {
        rejected.increment();
        return new Inference.Rejected(new FieldError("", reason));
    }

    public Counts counts() {
        return new Counts(messages.sum(), rejected.sum(), attributes.size(), events.size(), attributes.withheld() + events.withheld(),
                conflicts.sum(), attributes.merged() + events.merged(), ignored.sum());
    }

    private Definition fragment(Observations observations) {
        Definition fragment = new Definition();
        fragment.put("attributes", definitions(observations.traits(), this::attribute));
        fragment.put("events", definitions(observations.events(), this::event));
        fragment.put("onConflict", "skip");
        return fragment;
    }

    private @Nullable InferredDefinition attribute(Trait trait) {
        InferredDefinition attribute = attributes.infer(trait.name(),
                (number, key, source) -> InferredDefinition.attribute(rules.dialect(), number, key, source, TraitType.of(trait.value())));
        if (attribute != null && hasTypes() && !attribute.holds(trait.value())) {
            conflict(attribute, TraitType.of(trait.value()));
        }
        return attribute;
    }

    private @Nullable InferredDefinition event(String name) {
        return events.infer(name, (number, key, source) -> InferredDefinition.event(rules.dialect(), number, key, source));
    }

    private void ignore(String place) {
        ignored.increment();
        if (reportedIgnored.add(place)) {
            listener.onIgnored(place);
        }
    }

    /** Where attributes have no type, no value can conflict with it. */
    private boolean hasTypes() {
        return rules.dialect().typeMember().isPresent();
    }

    private void conflict(InferredDefinition attribute, TraitType inferred) {
        conflicts.increment();
        if (reportedConflicts.add(inferred + " " + attribute.key())) {
            listener.onConflict(attribute.key(), String.valueOf(attribute.type()), inferred.toString());
        }
    }

    /** The definitions, each once, as a list of the fragment, which belongs to the route and can be changed. */
    @SuppressWarnings("ReferenceEquality") // Whether it is the very definition before: each is made once.
    private static <T> List<Map<String, Object>> definitions(List<T> observed, Function<T, InferredDefinition> infer) {
        List<InferredDefinition> inferred = new ArrayList<>(observed.size());
        for (T one : observed) {
            InferredDefinition definition = infer.apply(one);
            if (definition != null) {
                inferred.add(definition);
            }
        }
        inferred.sort(InferredDefinition.ORDER);
        List<Map<String, Object>> definitions = new ArrayList<>(inferred.size());
        InferredDefinition before = null;
        for (InferredDefinition definition : inferred) {
            if (definition != before) {
                definitions.add(definition.definition());
            }
            before = definition;
        }
        return definitions;
    }
}
