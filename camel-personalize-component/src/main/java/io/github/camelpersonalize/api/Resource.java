// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a {@code personalize:resource} URI can address. The constants are spelled as users write them. */
public enum Resource {

    attributes("attribute", "key"), audiences("audience", "name"), events("event", "key"), experiences("experience",
            "name"), geolocation("location", null), project("project", null), projects("project of the organization", "name");

    private final String kind;
    private final @Nullable String naturalKey;

    Resource(String kind, @Nullable String naturalKey) {
        this.kind = kind;
        this.naturalKey = naturalKey;
    }

    /** The singular in messages and references: {@code attribute}. */
    public String kind() {
        return kind;
    }

    /** The member that identifies a definition to people, or {@code null} where definitions have none. */
    public @Nullable String naturalKey() {
        return naturalKey;
    }

    /**
     * The resources whose definitions it has, in the order of their references: itself, all four of a whole project, none of others.
     */
    public List<Resource> parts() {
        return switch (this) {
            case attributes, audiences, events, experiences -> List.of(this);
            case project -> List.of(attributes, events, audiences, experiences);
            case geolocation, projects -> List.of();
        };
    }

    /** The resource of that {@linkplain #kind() kind}. */
    public static Optional<Resource> ofKind(String kind) {
        return Stream.of(values()).filter(resource -> resource.kind.equals(kind)).findFirst();
    }

    /** The resource of that name, in any case. */
    public static Optional<Resource> named(String name) {
        return Stream.of(values()).filter(resource -> resource.name().equalsIgnoreCase(name)).findFirst();
    }
}
