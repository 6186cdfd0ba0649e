// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for an order of the events of one key in which each has the result that it would have had, had they come one after the other, and in which an
 * event that ended before another began comes before it. This is the search of Wing and Gong, Testing and Verifying Concurrent Objects (1993), which
 * remembers what it has tried, as Lowe has added.
 */
final class Linearizer {

    private final List<Event> events;
    private final Set<Tried> tried = new HashSet<>();
    private final Deque<Event> order = new ArrayDeque<>();
    private List<Event> longest = List.of();

    /** These events have happened, and this is what there is then. */
    private record Tried(BitSet done, Register register) {}

    Linearizer(List<Event> events) {
        this.events = List.copyOf(events);
    }

    /** Whether there is such an order from this beginning to this end. */
    boolean explains(Register before, Register after) {
        return search(new BitSet(), before, after);
    }

    /** The order, or as much of one as could be found. */
    List<Event> longest() {
        return longest;
    }

    private boolean search(BitSet done, Register register, Register after) {
        if (order.size() > longest.size()) {
            longest = List.copyOf(order);
        }
        if (done.cardinality() == events.size()) {
            return register.equals(after);
        }
        return tried.add(new Tried((BitSet) done.clone(), register))
                && open(done).filter(i -> isNext(events.get(i), done)).anyMatch(i -> isFollowed(i, done, register, after));
    }

    private IntStream open(BitSet done) {
        return IntStream.range(0, events.size()).filter(i -> !done.get(i));
    }

    /** Whether no other open event had ended before it began. */
    private boolean isNext(Event event, BitSet done) {
        return open(done).mapToObj(events::get).noneMatch(other -> other.responded() < event.invoked());
    }

    /** Whether all others can come after this one. */
    private boolean isFollowed(int next, BitSet done, Register register, Register after) {
        Optional<Register> changed = register.after(events.get(next));
        if (changed.isEmpty()) {
            return false;
        }
        done.set(next);
        order.addLast(events.get(next));
        boolean found = search(done, changed.get(), after);
        order.removeLast();
        done.clear(next);
        return found;
    }
}
