// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.definition.Comparison;
import io.github.camelpersonalize.definition.Parts;
import io.github.camelpersonalize.lifecycle.NextStep.Conflict;
import io.github.camelpersonalize.lifecycle.NextStep.Done;
import io.github.camelpersonalize.lifecycle.NextStep.Write;

/**
 * A desired definition beside all that the service has of it: the definition itself, and the one of its versions that is in question.
 *
 * @param actual the definition with the members of that version; and, named by its status, a draft that would be replaced
 * @param comparison the differences that writes would change
 * @param notes what people will see of these writes, and what is worth knowing without them
 * @param conflict why nothing can be written before people have decided, if so
 * @param isUntouched whether there is no content yet that a write could overwrite
 * @param staying the versions that will count when it is as desired
 */
public record Composition(JsonNode actual, Comparison comparison, List<String> notes, Optional<String> conflict, boolean isUntouched,
        List<JsonNode> staying) {

    public Composition {
        notes = List.copyOf(notes);
        staying = List.copyOf(staying);
    }

    /** Of a definition without versions, or of whose version nothing is asked. */
    public static Composition of(JsonNode actual, Comparison comparison) {
        return new Composition(actual, comparison, comparison.note().map(List::of).orElse(List.of()), Optional.empty(), false,
                List.of());
    }

    /**
     * Of a definition with versions.
     *
     * @param head the definition itself
     * @param comparison of the definition itself
     */
    public static Composition of(Shape shape, JsonNode head, Comparison comparison, DesiredVersion desired, Versions versions) {
        List<String> notes = new ArrayList<>(comparison.note().stream().toList());
        DesiredVersion.Prospect prospect = desired.prospect(versions);
        List<JsonNode> staying = prospect.versions().counting();
        NextStep next = desired.next(versions);
        if (next instanceof Conflict conflict) {
            return new Composition(head, comparison, notes, Optional.of(conflict.why()), false, staying);
        }
        if (next instanceof Write write) {
            new ItemChanges(shape.items().orElseThrow(), write.base(), desired.over(write.base())).text().ifPresent(notes::add);
        }
        notes.addAll(prospect.effects());
        if (next instanceof Done done) {
            return new Composition(Parts.composed(head, done.version(), shape), comparison, notes, Optional.empty(), false, staying);
        }
        Write write = (Write) next;
        ObjectNode actual = Parts.composed(head, write.base(), shape);
        replaced(write, versions)
                .ifPresent(draft -> actual.set(shape.versioning().orElseThrow().draft(), Parts.of(draft, shape).version()));
        List<String> differences = new ArrayList<>(comparison.differences());
        differences.addAll(desired.allDifferences(write.base()));
        return new Composition(actual, new Comparison(differences, comparison.kept()), notes, Optional.empty(),
                comparison.isEmpty() && versions.isUntouched(),
                staying);
    }

    /** The draft in whose place other content comes than its own. */
    @SuppressWarnings("ReferenceEquality") // The base is taken from the same list.
    private static Optional<JsonNode> replaced(Write write, Versions versions) {
        return versions.draft().filter(draft -> draft.path("uid").asText().equals(write.uid()) && draft != write.base()
                && !versions.isSame(draft, write.body()));
    }
}
