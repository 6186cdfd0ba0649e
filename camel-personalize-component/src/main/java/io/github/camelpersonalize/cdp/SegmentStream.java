// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.core.JsonParser;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.cdp.InferredDefinitions.Decision;
import io.github.camelpersonalize.cdp.Observations.NoSegmentMessageException;
import io.github.camelpersonalize.cdp.SegmentDocument.Trait;

/**
 * A stream of customer-data messages, with the definitions inferred so far. The first value of a trait decides the type of its attribute.
 * Values are read only for their type, and neither stored nor passed on. Thread-safe.
 */
public final class SegmentStream {

    /** Of at most so many different messages it is kept what is inferred from them: of those of which nothing else has to be counted. */
    private static final int MAX_USUAL = 500;
    /** Messages with more names are not kept. */
    private static final int MAX_USUAL_NAMES = 50;

    private final SegmentRules rules;
    private final StreamListener listener;
    private final InferredDefinitions attributes;
    private final InferredDefinitions events;
    private final Map<Observations, SegmentMessage> usualMessages = new ConcurrentHashMap<>();
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

    /**
     * Reads what decides what is inferred from a document.
     *
     * @param parser at its first token; afterwards it is at the last
     */
    public SegmentMessage read(JsonParser parser) throws IOException {
        SegmentDocument document = SegmentReader.read(parser, rules.flattens());
        try {
            Observations observations = Observations.of(document, rules.pages());
            SegmentMessage usual = usualMessages.get(observations);
            return usual == null ? SegmentMessage.of(observations) : usual;
        } catch (NoSegmentMessageException e) {
            return SegmentMessage.rejected(e.error());
        }
    }

    /** The definitions that a message needs; earlier messages decide their types and names. */
    public Inference infer(SegmentMessage message) {
        if (message.error().isPresent()) {
            rejected.increment();
            return new Inference.Rejected(message.error().get());
        }
        messages.increment();
        return new Inference.Fragment(message.known().orElseGet(() -> fragment(message)).manifest());
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

    private InferredFragment fragment(SegmentMessage message) {
        Observations observations = message.observations();
        observations.ignored().forEach(this::ignore);
        List<InferredDefinition> ofTraits = new ArrayList<>();
        List<InferredDefinition> ofEvents = new ArrayList<>();
        boolean isUsual = observations.ignored().isEmpty();
        for (Trait trait : observations.traits()) {
            isUsual &= infer(trait, ofTraits);
        }
        for (String event : observations.events()) {
            isUsual &= infer(event, ofEvents);
        }
        InferredFragment fragment = InferredFragment.of(ofTraits, ofEvents);
        if (isUsual && observations.traits().size() + observations.events().size() <= MAX_USUAL_NAMES) {
            keep(message.known(fragment));
        }
        return fragment;
    }

    /** Messages of a few kinds make up most of a stream. Where there are too many kinds, those that come next are kept. */
    private void keep(SegmentMessage usual) {
        if (usualMessages.size() >= MAX_USUAL) {
            usualMessages.clear();
        }
        usualMessages.put(usual.observations(), usual);
    }

    /** Adds the attribute of a trait. Returns whether the same trait need not be counted when it comes again. */
    private boolean infer(Trait trait, List<InferredDefinition> inferred) {
        Decision decision = attributes.infer(trait.name(),
                (number, key, source) -> InferredDefinition.attribute(rules.dialect(), number, key, source, trait.type()));
        InferredDefinition attribute = decision.definition();
        if (attribute == null) {
            return decision.withheld() == null;
        }
        inferred.add(attribute);
        if (!hasTypes() || attribute.holds(trait.type())) {
            return true;
        }
        conflict(attribute, trait.type());
        return false;
    }

    private boolean infer(String event, List<InferredDefinition> inferred) {
        Decision decision = events.infer(event,
                (number, key, source) -> InferredDefinition.event(rules.dialect(), number, key, source));
        if (decision.definition() != null) {
            inferred.add(decision.definition());
        }
        return decision.withheld() == null;
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
}
