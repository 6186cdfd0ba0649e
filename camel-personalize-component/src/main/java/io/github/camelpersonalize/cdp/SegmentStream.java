// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.cdp.Observations.Trait;
import io.github.camelpersonalize.cdp.SegmentReader.NoSegmentMessageException;
import io.github.camelpersonalize.model.Definition;

/**
 * A stream of customer-data messages, and what it has implied so far. The first value of a trait decides the type of its attribute for as
 * long as the stream lasts. Values are looked at for their type, and neither kept nor passed on. Thread-safe.
 */
public final class SegmentStream {

    private final SegmentRules rules;
    private final StreamListener notices;
    private final InferredDefinitions attributes;
    private final InferredDefinitions events;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final LongAdder messages = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder conflicts = new LongAdder();

    public SegmentStream(SegmentRules rules, StreamListener notices) {
        this.rules = rules;
        this.notices = notices;
        this.attributes = new InferredDefinitions("attribute", rules.attributes(), notices);
        this.events = new InferredDefinitions("event", rules.events(), notices);
    }

    /**
     * What has happened since the start.
     *
     * @param messages that were read, and not refused
     * @param refused messages that are none of the Segment spec
     * @param attributes that were implied
     * @param events that were implied
     * @param withheld how often a name did not become a definition, because there are too many or it is not fit for one
     * @param conflicts how often a trait had a value that its attribute cannot hold
     */
    public record Counts(long messages, long refused, int attributes, int events, long withheld, long conflicts) {}

    /** What a message implies, given what those before it did. */
    public Inference learn(JsonNode message) {
        try {
            Observations facts = SegmentReader.facts(message, rules);
            messages.increment();
            return new Inference.Fragment(fragment(facts));
        } catch (NoSegmentMessageException e) {
            refused.increment();
            return new Inference.Refused(e.fault());
        }
    }

    /** Counts a message that could not even be read. */
    public Inference refuse(String why) {
        refused.increment();
        return new Inference.Refused(new FieldError("", why));
    }

    public Counts counts() {
        return new Counts(messages.sum(), refused.sum(), attributes.size(), events.size(), attributes.withheld() + events.withheld(),
                conflicts.sum());
    }

    private Definition fragment(Observations facts) {
        Set<InferredDefinition> implied = new TreeSet<>(InferredDefinition.ORDER);
        facts.traits().forEach(trait -> add(implied, attribute(trait)));
        Set<InferredDefinition> named = new TreeSet<>(InferredDefinition.ORDER);
        facts.events().forEach(name -> add(named, events.term(name, InferredDefinition::event)));
        Definition fragment = new Definition();
        fragment.put("attributes", definitions(implied));
        fragment.put("events", definitions(named));
        fragment.put("onConflict", "skip");
        return fragment;
    }

    private InferredDefinition attribute(Trait trait) {
        InferredDefinition term = attributes.term(trait.name(),
                (number, key, name) -> InferredDefinition.attribute(number, key, name, TraitType.of(trait.value())));
        if (term != null && !term.type().holds(trait.value())) {
            conflict(term, TraitType.of(trait.value()));
        }
        return term;
    }

    private void conflict(InferredDefinition term, TraitType inferred) {
        conflicts.increment();
        if (told.add(inferred + " " + term.key())) {
            notices.conflict(term.key(), term.type().toString(), inferred.toString());
        }
    }

    private static void add(Set<InferredDefinition> terms, InferredDefinition term) {
        if (term != null) {
            terms.add(term);
        }
    }

    private static List<Map<String, Object>> definitions(Collection<InferredDefinition> terms) {
        List<Map<String, Object>> definitions = new ArrayList<>(terms.size());
        terms.forEach(term -> definitions.add(term.definition()));
        return definitions;
    }
}
