// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The names of the members of an object, in their order. Objects that have the same names share them: those that were used last are found again.
 */
final class Names implements Serializable {

    static final Names NONE = new Names(null, new String[0], new int[0]);

    private static final long serialVersionUID = 1L;

    /** So many are found again at most, whatever senders make up: a power of two. */
    private static final int KNOWN = 1024;

    /** A longer name is not kept for others. */
    private static final int USUAL_NAME = 64;

    private static final int PRIME = 31;

    /** Threads may miss what others have put here, and make it again: it never changes. */
    private static final Names[] RECENT = new Names[KNOWN];

    private final transient Names before;
    private final String[] names;

    /** Of the names: most searches are for a name that is not there. */
    private final int[] hashes;

    private Names(Names before, String[] names, int[] hashes) {
        this.before = before;
        this.names = names;
        this.hashes = hashes;
    }

    int size() {
        return names.length;
    }

    String get(int position) {
        return names[position];
    }

    /** The position of a name, or -1. */
    int indexOf(Object name) {
        int hash = Objects.hashCode(name);
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** These, and one more at the end. */
    Names with(String name) {
        if (name.length() > USUAL_NAME) {
            return longer(name);
        }
        int place = (PRIME * System.identityHashCode(this) + name.hashCode()) & KNOWN - 1;
        Names known = RECENT[place];
        if (known != null && known.isOf(this, name)) {
            return known;
        }
        Names longer = longer(name);
        RECENT[place] = longer;
        return longer;
    }

    @SuppressWarnings("ReferenceEquality") // What is equal and another was dropped, and is made again.
    private boolean isOf(Names others, String name) {
        return before == others && names[names.length - 1].equals(name);
    }

    private Names longer(String name) {
        String[] all = Arrays.copyOf(names, names.length + 1);
        all[names.length] = name;
        int[] allHashes = Arrays.copyOf(hashes, hashes.length + 1);
        allHashes[hashes.length] = name.hashCode();
        return new Names(this, all, allHashes);
    }

    /** All but that at this position. */
    Names without(int position) {
        Names others = NONE;
        for (int i = 0; i < names.length; i++) {
            if (i != position) {
                others = others.with(names[i]);
            }
        }
        return others;
    }
}
