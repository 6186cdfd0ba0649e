// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.camelpersonalize.api.NaturalKey;

/**
 * The definitions of one kind that a stream has implied, as many as its rules allow. What the first message implied stays: later ones with the
 * same key get the same definition. Thread-safe, and bounded whatever the stream brings.
 */
final class Vocabulary {

    /** Names whose fate is remembered, so that it is not worked out for each message. Any that is forgotten is worked out again, the same. */
    private static final int MAX_NAMES = 10_000;
    /** Nobody reads longer ones, and a stream must not fill the memory with them. */
    private static final int MAX_LENGTH = 256;

    private final String kind;
    private final VocabularyRules rules;
    private final Notices notices;
    private final Map<String, Term> terms = new ConcurrentHashMap<>();
    private final Cache<String, Fate> names = Caffeine.newBuilder().maximumSize(MAX_NAMES).build();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> respelled = ConcurrentHashMap.newKeySet();
    private final LongAdder withheld = new LongAdder();

    Vocabulary(String kind, VocabularyRules rules, Notices notices) {
        this.kind = kind;
        this.rules = rules;
        this.notices = notices;
    }

    /** What becomes of a name: a definition, or nothing because the rules leave it out, or because it is withheld. */
    private record Fate(Term term, String withheld) {

        static final Fate LEFT_OUT = new Fate(null, null);
    }

    /** The definition for a name, made when it is new; or {@code null} when there is none to be. */
    Term term(String name, Term.Maker maker) {
        Fate fate = name.length() > MAX_LENGTH
                ? new Fate(null, "it is longer than " + MAX_LENGTH + " characters")
                : names.get(name, unseen -> fate(unseen, maker));
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

    private Fate fate(String name, Term.Maker maker) {
        if (!rules.names().admits(name)) {
            return Fate.LEFT_OUT;
        }
        String key = rules.keys().key(name);
        return key.isEmpty() ? new Fate(null, "no key can be made of it") : fate(name, key, maker);
    }

    private synchronized Fate fate(String name, String key, Term.Maker maker) {
        String folded = NaturalKey.folded(key);
        Term known = terms.get(folded);
        if (known != null) {
            tellRespelled(name, key, known);
            return new Fate(known, null);
        }
        if (terms.size() >= rules.most()) {
            return new Fate(null, rules.mostOption() + " allows " + rules.most() + "; raise it, or exclude the name if it is a mistake");
        }
        Term term = maker.make(terms.size(), key, Words.humanized(KeyStyle.as_is.key(name)));
        terms.put(folded, term);
        return new Fate(term, null);
    }

    private void withhold(String name, String why) {
        withheld.increment();
        if (told.size() < Notices.MOST && told.add(name)) {
            notices.withheld(kind, name, why);
            if (told.size() == Notices.MOST) {
                notices.noMoreWithheld(kind);
            }
        }
    }

    private void tellRespelled(String name, String key, Term known) {
        if (!key.equals(known.key()) && respelled.size() < Notices.MOST && respelled.add(key)) {
            notices.respelled(kind, name, known.key());
        }
    }
}
