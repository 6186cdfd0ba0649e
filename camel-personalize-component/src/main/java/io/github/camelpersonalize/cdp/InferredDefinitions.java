// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.camelpersonalize.definition.NaturalKey;

/**
 * The definitions of one kind that a stream has implied, as many as its rules allow. What the first message implied stays: later ones with the
 * same key get the same definition. Thread-safe, and bounded whatever the stream brings.
 */
final class InferredDefinitions {

    /** Names whose fate is remembered, so that it is not worked out for each message. Any that is forgotten is worked out again, the same. */
    private static final int MAX_NAMES = 10_000;
    /** Nobody reads longer ones, and a stream must not fill the memory with them. */
    private static final int MAX_LENGTH = 256;

    private final String kind;
    private final InferenceRules rules;
    private final StreamListener notices;
    private final Map<String, InferredDefinition> terms = new ConcurrentHashMap<>();
    private final Cache<String, Decision> names = Caffeine.newBuilder().maximumSize(MAX_NAMES).build();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> respelled = ConcurrentHashMap.newKeySet();
    private final LongAdder withheld = new LongAdder();

    InferredDefinitions(String kind, InferenceRules rules, StreamListener notices) {
        this.kind = kind;
        this.rules = rules;
        this.notices = notices;
    }

    /** What becomes of a name: a definition, or nothing because the rules leave it out, or because it is withheld. */
    private record Decision(InferredDefinition term, String withheld) {

        static final Decision LEFT_OUT = new Decision(null, null);
    }

    /** The definition for a name, made when it is new; or {@code null} when there is none to be. */
    InferredDefinition term(String name, InferredDefinition.Maker maker) {
        Decision fate = name.length() > MAX_LENGTH
                ? new Decision(null, "it is longer than " + MAX_LENGTH + " characters")
                : names.get(name, unseen -> decide(unseen, maker));
        if (fate.withheld() != null) {
            withhold(name, fate.withheld());
        }
        return fate.term();
    }

    /** How many there are. */
    int size() {
        return terms.size();
    }

    /** How often a name was withheld. */
    long withheld() {
        return withheld.sum();
    }

    private Decision decide(String name, InferredDefinition.Maker maker) {
        if (!rules.names().admits(name)) {
            return Decision.LEFT_OUT;
        }
        String key = rules.keys().key(name);
        return key.isEmpty() ? new Decision(null, "no key can be made of it") : decide(name, key, maker);
    }

    private synchronized Decision decide(String name, String key, InferredDefinition.Maker maker) {
        String folded = NaturalKey.folded(key);
        InferredDefinition known = terms.get(folded);
        if (known != null) {
            tellRespelled(name, key, known);
            return new Decision(known, null);
        }
        if (terms.size() >= rules.most()) {
            return new Decision(null,
                    rules.mostOption() + " allows " + rules.most() + "; raise it, or exclude the name if it is a mistake");
        }
        InferredDefinition term = maker.make(terms.size(), key, Words.humanized(KeyStyle.as_is.key(name)));
        terms.put(folded, term);
        return new Decision(term, null);
    }

    private void withhold(String name, String why) {
        withheld.increment();
        if (told.size() < StreamListener.MOST && told.add(name)) {
            notices.withheld(kind, name, why);
            if (told.size() == StreamListener.MOST) {
                notices.noMoreWithheld(kind);
            }
        }
    }

    private void tellRespelled(String name, String key, InferredDefinition known) {
        if (!key.equals(known.key()) && respelled.size() < StreamListener.MOST && respelled.add(key)) {
            notices.respelled(kind, name, known.key());
        }
    }
}
