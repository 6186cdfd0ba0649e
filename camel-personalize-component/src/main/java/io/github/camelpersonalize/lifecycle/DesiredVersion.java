// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.Overlay;
import io.github.camelpersonalize.lifecycle.NextStep.Done;
import io.github.camelpersonalize.lifecycle.NextStep.Write;

/** What is asked of the version of a definition. Immutable. */
public final class DesiredVersion {

    /** More than any state needs. */
    private static final int MOST_STEPS = 5;

    private final Shape shape;
    private final ObjectNode members;
    private final ObjectNode content;
    private final BiPredicate<JsonNode, JsonNode> isKept;

    /**
     * @param members the members of a version that are asked for, with uids in place of references
     * @param isKept whether the second content is all that the service makes of the first, so that to send it again is useless
     */
    public DesiredVersion(Shape shape, ObjectNode members, BiPredicate<JsonNode, JsonNode> isKept) {
        this.shape = shape;
        this.members = members;
        this.content = content(members);
        this.isKept = isKept;
    }

    /** What to do next. It depends on nothing but what the service has: whatever was lost or cut off before, it is the call that is missing. */
    public NextStep next(Versions versions) {
        return new VersionSteps(this, versions, shape.versioning().orElseThrow()).next();
    }

    /**
     * What all calls that are missing will come to, if nothing is lost.
     *
     * @param effects what people will see of them, and what is worth knowing then
     * @param versions as they will be
     */
    public record Prospect(List<String> effects, Versions versions) {}

    /** What all calls that are missing will come to. */
    public Prospect prospect(Versions actual) {
        Set<String> effects = new LinkedHashSet<>();
        Versions versions = actual;
        NextStep next = next(versions);
        for (int i = 0; i < MOST_STEPS && next instanceof Write write; i++) {
            if (VersionSteps.GOES_LIVE.equals(write.effect())) {
                effects.removeAll(VersionSteps.OF_DRAFTS);
            }
            Optional.ofNullable(write.effect()).ifPresent(effects::add);
            versions = versions.with(answer(write));
            next = next(versions);
        }
        Optional.ofNullable(next instanceof Done done ? done.note() : null).ifPresent(effects::add);
        return new Prospect(List.copyOf(effects), versions);
    }

    /** The answer of a service that keeps what it is sent. */
    private static JsonNode answer(Write write) {
        return write.body().deepCopy().put("uid", Optional.ofNullable(write.uid()).orElse(""));
    }

    /** The status that is asked for, if one is. */
    Optional<String> status() {
        return Optional.ofNullable(members.path(shape.versioning().orElseThrow().status()).textValue());
    }

    /** The items as they are asked for. */
    JsonNode items() {
        return members.path(shape.items().orElseThrow().member());
    }

    /** Whether a version has all that is asked for. */
    boolean isIn(JsonNode version) {
        return differences(version).isEmpty();
    }

    /** JSON pointers to the members, without the status, in which a version is not as asked for. */
    List<String> differences(JsonNode version) {
        ObjectNode actual = content(version);
        List<String> differences = Difference.between(content, actual, shape);
        return differences.isEmpty() || isKept.test(content, actual) ? List.of() : differences;
    }

    /** The same with the status, if one is asked for. */
    List<String> allDifferences(JsonNode version) {
        String member = shape.versioning().orElseThrow().status();
        List<String> all = new ArrayList<>();
        status().filter(status -> !status.equals(version.path(member).textValue())).ifPresent(other -> all.add("/" + member));
        all.addAll(differences(version));
        return all;
    }

    /** Whether a version has this content and no other. */
    boolean isWhole(ObjectNode whole, JsonNode version) {
        ObjectNode sent = content(whole);
        ObjectNode actual = content(version);
        return Difference.between(sent, actual, shape).isEmpty() && Difference.between(actual, sent, shape).isEmpty()
                || isKept.test(sent, actual);
    }

    /** Whether a body would make a version have all that is asked for. */
    public boolean isSentBy(Write write) {
        return Difference.between(content, content(write.body()), shape).isEmpty();
    }

    /** The desired members over those of another version, without uids of items. */
    ObjectNode over(JsonNode base) {
        ObjectNode whole = Overlay.of(content.deepCopy(), content(base), shape);
        whole.putIfAbsent(shape.items().orElseThrow().member(), whole.arrayNode());
        return whole;
    }

    /** The content that is asked for, in the form in which it is compared. */
    public ObjectNode content() {
        return content;
    }

    /** What clients say of a version, without its status and the uids of its items: the form in which versions are compared. */
    public ObjectNode content(JsonNode version) {
        return Versions.content(shape, version);
    }
}
