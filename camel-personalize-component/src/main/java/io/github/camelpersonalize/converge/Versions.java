// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps an older state of a definition from replacing a newer one, where records tell their version. */
final class Versions {

    private final Function<String, StateStore> stores;

    /**
     * @param stores where the newest version of a definition is kept, by a name for it such as {@code attribute/age}
     */
    Versions(Function<String, StateStore> stores) {
        this.stores = stores;
    }

    /**
     * The wishes for one definition in the order of their versions, without those that are older than what was written before. Records without a
     * version, such as tombstones, count by their arrival, and with them all others.
     *
     * @throws VersionException when it cannot be told what was written before
     */
    List<Integer> current(List<Wish> wishes, List<Integer> group, Result[] results) {
        Optional<Version> newest = group.stream().map(wishes::get).filter(wish -> wish.version() != null).findFirst()
                .flatMap(this::written);
        List<Integer> current = new ArrayList<>();
        for (int i : group) {
            Version version = wishes.get(i).version();
            if (version != null && newest.isPresent() && version.compareTo(newest.get()) < 0) {
                results[i] = Result.Done.nothing(wishes.get(i).key().orElse(null),
                        "version " + version.text() + " is older than " + newest.get().text() + ", which was written before; skipped");
            } else {
                current.add(i);
            }
        }
        if (current.stream().allMatch(i -> wishes.get(i).version() != null)) {
            current.sort(Comparator.comparing(i -> wishes.get(i).version()));
        }
        return current;
    }

    /**
     * A wish was fulfilled.
     *
     * @throws VersionException when its version cannot be kept
     */
    void fulfilled(Wish wish) {
        if (wish.version() == null) {
            return;
        }
        StateStore store = store(wish);
        try {
            if (!store.read().flatMap(Version::parse).filter(wish.version()::equals).isPresent()) {
                store.write(wish.version().text());
            }
        } catch (RuntimeException e) {
            throw new VersionException(
                    "its version " + wish.version().text() + " cannot be kept in " + store.name() + ": " + e.getMessage(), e);
        }
    }

    private Optional<Version> written(Wish wish) {
        StateStore store = store(wish);
        try {
            return store.read().flatMap(Version::parse);
        } catch (RuntimeException e) {
            throw new VersionException("the version that was written last cannot be read from " + store.name() + ": " + e.getMessage(), e);
        }
    }

    private StateStore store(Wish wish) {
        return stores.apply(wish.resource().kind() + "/" + wish.key().orElse(""));
    }
}
