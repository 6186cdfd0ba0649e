// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** The projects of the one organisation that the emulator plays. */
public final class Projects<P extends ProjectState> {

    private final boolean strict;
    private final Function<String, P> unused;
    private final Map<String, P> byUid = new LinkedHashMap<>();

    /**
     * No project yet.
     *
     * @param strict
     *            true when only seeded projects exist, false when a project comes into being by being used
     * @param unused
     *            makes a project with that uid in which nothing is
     */
    public Projects(boolean strict, Function<String, P> unused) {
        this.strict = strict;
        this.unused = unused;
    }

    /** The project to serve a request from: a strict organisation has only those that were seeded. */
    public Optional<P> open(String uid) {
        if (!strict) {
            byUid.computeIfAbsent(uid, unused);
        }
        return find(uid);
    }

    /** The project, none when it was neither used nor seeded. */
    public Optional<P> find(String uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    /** All projects by uid, in the order of first use. */
    public Map<String, P> all() {
        return byUid;
    }

    /** Puts a whole project in the place of the one there was. */
    public void replace(String uid, P project) {
        byUid.put(uid, project);
    }

    /** Forgets a project; false when there was none. */
    public boolean remove(String uid) {
        return byUid.remove(uid) != null;
    }

    /** Forgets all projects. */
    public void clear() {
        byUid.clear();
    }

    /** All projects as one document. */
    public ObjectNode document() {
        ObjectNode document = Json.object();
        byUid.forEach((uid, project) -> document.set(uid, project.document()));
        return document;
    }
}
