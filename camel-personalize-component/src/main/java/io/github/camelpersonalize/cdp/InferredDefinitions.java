// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.cache.Caches;
import io.github.camelpersonalize.definition.NaturalKey;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The definitions of one kind that are inferred from a stream, limited by its rules. The first name with a key decides: later names with the same
 * key get the same definition. Thread-safe, and bounded for any stream.
 */
final class InferredDefinitions {

    /** The most names whose decision is cached. A name that was evicted gets the same decision again. */
    private static final int MAX_NAMES = 10_000;
    /** Longer names are not readable, and would let a stream fill the memory. */
    private static final int MAX_LENGTH = 256;

    private final String kind;
    private final InferenceRules rules;
    private final StreamListener listener;
    private final Map<String, InferredDefinition> definitions = new ConcurrentHashMap<>();
    private final Cache<String, Decision> decisions = Caches.builder().maximumSize(MAX_NAMES).build();
    private final Set<String> reportedWithheld = ConcurrentHashMap.newKeySet();
    private final Set<String> reportedMerged = ConcurrentHashMap.newKeySet();
    private final LongAdder withheld = new LongAdder();
    private final LongAdder merged = new LongAdder();

    InferredDefinitions(String kind, InferenceRules rules, StreamListener listener) {
        this.kind = kind;
        this.rules = rules;
        this.listener = listener;
    }

    /** What a name becomes: a definition, or nothing because it is excluded, or because it is withheld for a reason. */
    record Decision(@Nullable InferredDefinition definition, @Nullable String withheld) {

        static final Decision EXCLUDED = new Decision(null, null);

        static Decision defined(InferredDefinition definition) {
            return new Decision(definition, null);
        }

        static Decision withheld(String reason) {
            return new Decision(null, reason);
        }
    }

    /** What a name becomes. The definition is created if it is new; that a name is withheld is counted each time. */
    Decision infer(String name, InferredDefinition.Factory factory) {
        Decision decision = decision(name, factory);
        if (decision.withheld() != null) {
            withhold(name, decision.withheld());
        }
        return decision;
    }

    /** The number of definitions. */
    int size() {
        return definitions.size();
    }

    /** How often a name was withheld. */
    long withheld() {
        return withheld.sum();
    }

    /** How many names became a key that another name had become. */
    long merged() {
        return merged.sum();
    }

    private Decision decision(String name, InferredDefinition.Factory factory) {
        if (name.length() > MAX_LENGTH) {
            return Decision.withheld("it is longer than " + MAX_LENGTH + " characters");
        }
        return decisions.get(name, added -> decide(added, factory));
    }

    private Decision decide(String name, InferredDefinition.Factory factory) {
        if (!rules.names().admits(name)) {
            return Decision.EXCLUDED;
        }
        if (!UTF_8.newEncoder().canEncode(name)) {
            return Decision.withheld("it has half a surrogate pair, which no encoding can carry");
        }
        String key = rules.keys().key(name);
        if (key.isEmpty()) {
            return Decision.withheld("no key can be made from it");
        }
        return decide(name, key, factory);
    }

    private synchronized Decision decide(String name, String key, InferredDefinition.Factory factory) {
        String folded = NaturalKey.folded(key);
        InferredDefinition known = definitions.get(folded);
        if (known != null) {
            merge(name, known);
            return Decision.defined(known);
        }
        if (definitions.size() >= rules.maxDefinitions()) {
            return Decision.withheld(
                    rules.maxOption() + " allows " + rules.maxDefinitions() + "; raise it, or exclude the name if it is a mistake");
        }
        InferredDefinition added = factory.create(definitions.size(), key, name);
        definitions.put(folded, added);
        return Decision.defined(added);
    }

    private void withhold(String name, String reason) {
        withheld.increment();
        if (reportedWithheld.size() < StreamListener.MAX_REPORTED && reportedWithheld.add(name)) {
            listener.onWithheld(kind, name, reason);
            if (reportedWithheld.size() == StreamListener.MAX_REPORTED) {
                listener.onWithheldLimit(kind);
            }
        }
    }

    private void merge(String name, InferredDefinition known) {
        if (name.equals(known.source())) {
            return;
        }
        merged.increment();
        if (reportedMerged.size() < StreamListener.MAX_REPORTED && reportedMerged.add(name)) {
            listener.onMerged(kind, name, known.source(), known.key());
        }
    }
}
