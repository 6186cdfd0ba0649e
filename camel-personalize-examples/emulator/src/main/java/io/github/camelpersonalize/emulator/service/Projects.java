// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** The projects of the one organisation that the emulator plays. */
public final class Projects {

    private final boolean strict;
    private final Map<String, Project> byUid = new LinkedHashMap<>();

    /**
     * No project yet.
     *
     * @param strict
     *            true when only seeded projects exist, false when a project comes into being by being used
     */
    public Projects(boolean strict) {
        this.strict = strict;
    }

    /** The project to serve a request from: a strict organisation has only those that were seeded. */
    Optional<Project> open(String uid) {
        if (!strict) {
            byUid.computeIfAbsent(uid, any -> new Project());
        }
        return find(uid);
    }

    /** The project, none when it was neither used nor seeded. */
    public Optional<Project> find(String uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    /** All projects by uid, in the order of first use. */
    public Map<String, Project> all() {
        return byUid;
    }

    /** Puts a whole project in the place of the one there was. */
    public void replace(String uid, Project project) {
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
