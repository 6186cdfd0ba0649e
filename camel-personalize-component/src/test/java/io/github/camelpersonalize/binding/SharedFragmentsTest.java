// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Definition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedFragmentsTest {

    private static final Map<String, Object> AGE = Map.of("key", "age");
    private static final Map<String, Object> TIER = Map.of("key", "tier");

    private final SharedFragments shared = new SharedFragments();
    private final List<Definition> read = new ArrayList<>();

    @Test
    void fragmentsOfTheSameDefinitionsAreReadOnce() {
        assertThat(reading(fragment(list(AGE, TIER)))).isSameAs(reading(fragment(list(AGE, TIER))));
        assertThat(read).hasSize(1);
    }

    @Test
    void othersAreReadOnTheirOwn() {
        List<Definition> others = List.of(fragment(list(AGE)), fragment(list(TIER)), fragment(list(AGE, TIER)), fragment(list(TIER, AGE)),
                fragment(list()), fragment(AGE), fragment(list(Map.of("key", "age"))), fragment(list(list(AGE))),
                named("events", list(AGE)),
                new Definition());

        others.forEach(this::reading);

        assertThat(read).isEqualTo(others);
    }

    @Test
    void whereAListEndsCounts() {
        Definition inside = fragment(list(AGE, "events", TIER));
        Definition outside = fragment(list(AGE));
        outside.put("events", TIER);

        assertThat(reading(inside)).isNotSameAs(reading(outside));
    }

    @Test
    void aFragmentMayContainItself() {
        Definition endless = new Definition();
        endless.put("attributes", list(endless));

        assertThat(reading(endless)).isSameAs(reading(endless));
    }

    private ParseResult reading(Definition fragment) {
        return shared.get(fragment, () -> {
            read.add(fragment);
            return new ParseResult.Parsed(new Manifest(List.of(), Optional.empty(), Optional.of("number " + read.size())));
        });
    }

    private static Definition fragment(Object attributes) {
        return named("attributes", attributes);
    }

    private static Definition named(String name, Object value) {
        Definition fragment = new Definition();
        fragment.put(name, value);
        return fragment;
    }

    private static List<Object> list(Object... items) {
        return new ArrayList<>(List.of(items));
    }
}
