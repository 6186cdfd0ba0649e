// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * The members of an object by their names, in the order in which they were put. As long as they are few, they take less than half the memory of a
 * {@link LinkedHashMap}: objects that have the same names share them. Not thread-safe. Names are not {@code null}: {@link #put} throws a
 * {@link NullPointerException}. Who walks through them while another adds or removes one gets a {@link ConcurrentModificationException}.
 */
public class Members<V> extends AbstractMap<String, V> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** More are found by their hash codes. */
    private static final int FEW = 16;

    private static final int FIRST = 4;
    private static final Object[] EMPTY = new Object[0];

    private Names names = Names.NONE;
    private Object[] values = EMPTY;
    /** All of them, once they are many. */
    private LinkedHashMap<String, V> many;

    /** None at first. */
    public Members() {}

    /** Whether they are so many that not every change is told. */
    final boolean isMany() {
        return many != null;
    }

    /** Is called before a member is put or removed. */
    protected void changing() {
        // Nobody wants to know.
    }

    @Override
    public int size() {
        return many == null ? names.size() : many.size();
    }

    @Override
    public boolean containsKey(Object name) {
        return many == null ? names.indexOf(name) >= 0 : many.containsKey(name);
    }

    @Override
    public V get(Object name) {
        if (many != null) {
            return many.get(name);
        }
        int position = names.indexOf(name);
        return position < 0 ? null : value(position);
    }

    @Override
    public V put(String name, V value) {
        Objects.requireNonNull(name, "A member has a name");
        changing();
        if (many != null) {
            return many.put(name, value);
        }
        int position = names.indexOf(name);
        if (position >= 0) {
            V before = value(position);
            values[position] = value;
            return before;
        }
        if (names.size() == FEW) {
            return becomeMany().put(name, value);
        }
        append(name, value);
        return null;
    }

    private void append(String name, V value) {
        int size = names.size();
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(FIRST, 2 * size));
        }
        values[size] = value;
        names = names.with(name);
    }

    private Map<String, V> becomeMany() {
        LinkedHashMap<String, V> all = new LinkedHashMap<>(this);
        clear();
        many = all;
        return all;
    }

    @Override
    public V remove(Object name) {
        changing();
        if (many != null) {
            return many.remove(name);
        }
        int position = names.indexOf(name);
        return position < 0 ? null : removeAt(position);
    }

    private V removeAt(int position) {
        V before = value(position);
        int last = names.size() - 1;
        System.arraycopy(values, position + 1, values, position, last - position);
        values[last] = null;
        names = names.without(position);
        return before;
    }

    @Override
    public void clear() {
        changing();
        names = Names.NONE;
        values = EMPTY;
        if (many != null) {
            many.clear(); // Whoever walks through them is told.
            many = null;
        }
    }

    @SuppressWarnings("unchecked") // Nothing else is put there.
    private V value(int position) {
        return (V) values[position];
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        if (many != null) {
            many.forEach(action);
            return;
        }
        Names walked = names;
        for (int i = 0; i < walked.size(); i++) {
            action.accept(walked.get(i), value(i));
            requireSame(walked);
        }
    }

    /** Whoever adds or removes a member sets others. */
    private void requireSame(Names walked) {
        if (names != walked) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new Entries();
    }

    @Override
    public Set<String> keySet() {
        return new Keys();
    }

    @Override
    public Collection<V> values() {
        return new Values();
    }

    private final class Entries extends AbstractSet<Entry<String, V>> {

        @Override
        public Iterator<Entry<String, V>> iterator() {
            return many == null ? new Walk<>(Member::new) : many.entrySet().iterator();
        }

        @Override
        public int size() {
            return Members.this.size();
        }

        @Override
        public boolean contains(Object entry) {
            return entry instanceof Entry<?, ?> member && containsKey(member.getKey())
                    && Objects.equals(get(member.getKey()), member.getValue());
        }
    }

    private final class Keys extends AbstractSet<String> {

        @Override
        public Iterator<String> iterator() {
            return many == null ? new Walk<>(position -> names.get(position)) : many.keySet().iterator();
        }

        @Override
        public int size() {
            return Members.this.size();
        }

        @Override
        public boolean contains(Object name) {
            return containsKey(name);
        }

        @Override
        public boolean remove(Object name) {
            boolean isThere = containsKey(name);
            Members.this.remove(name);
            return isThere;
        }
    }

    private final class Values extends AbstractCollection<V> {

        @Override
        public Iterator<V> iterator() {
            return many == null ? new Walk<>(Members.this::value) : many.values().iterator();
        }

        @Override
        public int size() {
            return Members.this.size();
        }
    }

    /** One member, which can be given another value. */
    private final class Member extends SimpleEntry<String, V> {

        private static final long serialVersionUID = 1L;

        private Member(int position) {
            super(names.get(position), value(position));
        }

        @Override
        public V setValue(V value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }

    private final class Walk<T> implements Iterator<T> {

        private final IntFunction<T> part;
        private Names walked = names;
        private int next;
        private boolean isRemovable;

        private Walk(IntFunction<T> part) {
            this.part = part;
        }

        @Override
        public boolean hasNext() {
            return next < walked.size();
        }

        @Override
        public T next() {
            requireSame(walked);
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isRemovable = true;
            return part.apply(next++);
        }

        @Override
        public void remove() {
            requireSame(walked);
            if (!isRemovable) {
                throw new IllegalStateException("Each member is removed once, after next()");
            }
            changing();
            isRemovable = false;
            next--;
            removeAt(next);
            walked = names;
        }
    }
}
