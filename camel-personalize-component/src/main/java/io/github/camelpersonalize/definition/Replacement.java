// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.model.SameJson;

/**
 * What an update changes, without a project that says which uid a reference stands for: it may be the uid that is there. Used to check what was stored.
 */
public final class Replacement {

    private final Shape shape;
    private final JsonNode actual;
    private final JsonNode desired;
    private final JsonNode merged;
    private final Set<String> references;

    /**
     * @param desired as in a manifest, with references
     */
    public Replacement(Dialect dialect, Resource resource, JsonNode desired, JsonNode actual) {
        this.shape = dialect.shape(resource);
        this.actual = actual;
        this.desired = References.unescaped(desired);
        this.merged = Overlay.of(this.desired, actual, shape);
        this.references = References.in(dialect, desired).stream().filter(site -> !site.implicit()).map(site -> site.reference().text())
                .collect(Collectors.toSet());
    }

    /** JSON pointers to the members that change. */
    public Set<String> pointers() {
        return Difference.ofReplacement(merged, actual, shape).stream()
                .filter(pointer -> !isReference(merged.at(pointer)) || !actual.at(pointer).isTextual())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether a member is changed like that.
     *
     * @param after what is sent, with a reference in place of a uid that is put there
     */
    public boolean changes(String pointer, JsonNode before, JsonNode after) {
        JsonNode there = actual.at(pointer);
        return SameJson.isSame(there, before)
                && Stream.of(merged, desired).anyMatch(sent -> isSent(sent.at(pointer), after, Texts.of(there)));
    }

    /**
     * @param kept texts that are there: a uid among them is shown in place of the reference to it
     */
    private boolean isSent(JsonNode sent, JsonNode shown, Set<String> kept) {
        if (sent.isTextual() && shown.isTextual() && !sent.equals(shown)) {
            return isReference(sent) ? kept.contains(shown.textValue()) : isReference(shown) && Uid.isLegal(sent.textValue());
        }
        if (sent.isArray() && shown.isArray()) {
            return sent.size() == shown.size() && IntStream.range(0, sent.size()).allMatch(i -> isSent(sent.get(i), shown.get(i), kept));
        }
        if (sent.isObject() && shown.isObject()) {
            return sent.size() == shown.size()
                    && sent.propertyStream().allMatch(member -> isSent(member.getValue(), shown.path(member.getKey()), kept));
        }
        return SameJson.isSame(sent, shown);
    }

    private boolean isReference(JsonNode value) {
        return value.isTextual() && references.contains(value.textValue());
    }
}
