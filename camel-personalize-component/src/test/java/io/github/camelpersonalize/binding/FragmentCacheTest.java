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

class FragmentCacheTest {

    private static final ParseResult AGE = new ParseResult.Parsed(new Manifest(List.of(), Optional.empty(), Optional.of("skip")));

    private final FragmentCache cache = new FragmentCache();

    @Test
    void anEqualFragmentIsReadOnce() {
        cache.get(fragment("age").toJson(), tree -> AGE);

        assertThat(cache.get(fragment("age"))).containsSame(AGE);
        assertThat(cache.get(fragment("age").toJson(), tree -> null)).isSameAs(AGE);
        assertThat(cache.get(fragment("tier"))).isEmpty();
    }

    @Test
    void whatARouteChangesInItsFragmentChangesNoOther() {
        Definition changed = fragment("age");
        cache.get(changed.toJson(), tree -> AGE);

        changed.put("onConflict", "fail");

        assertThat(cache.get(changed)).isEmpty();
        assertThat(cache.get(fragment("age"))).containsSame(AGE);
    }

    @Test
    void aFragmentOfOtherValuesThanTextsIsReadOnceToo() {
        Definition fragment = fragment("age");
        fragment.put("priority", List.of(1, true));
        cache.get(fragment.toJson(), tree -> AGE);

        assertThat(cache.get(fragment.toJson(), tree -> null)).isSameAs(AGE);
    }

    @Test
    void aMapThatContainsItselfIsNotLookedUp() {
        Definition fragment = fragment("age");
        fragment.put("attributes", new ArrayList<>(List.of(fragment)));

        assertThat(cache.get(fragment)).isEmpty();
    }

    private static Definition fragment(String key) {
        Definition fragment = new Definition();
        fragment.put("attributes", new ArrayList<>(List.of(Map.of("key", key, "data_type", "number"))));
        fragment.put("onConflict", "skip");
        return fragment;
    }
}
