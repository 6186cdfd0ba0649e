// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes into objects who made and changed them, and when; and gives new objects their uids. */
public final class Audit {

    /** The members that it writes. */
    public static final List<String> MEMBERS = List.of("createdBy", "updatedBy", "createdAt", "updatedAt", "createdByUserName",
            "updatedByUserName");

    private static final String USER = "blt00000000000000bb";
    private static final String USER_NAME = "Emulator User";
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Supplier<String> uids;

    /**
     * An audit.
     *
     * @param clock
     *            tells when something happened
     * @param uids
     *            gives each object its uid
     */
    public Audit(Clock clock, Supplier<String> uids) {
        this.clock = clock;
        this.uids = uids;
    }

    /** A new uid. */
    public String uid() {
        return uids.get();
    }

    /** The time, as the service writes it. */
    public String now() {
        return ISO.format(clock.instant());
    }

    /** Somebody made it. What the object says of that already stays. */
    public ObjectNode made(ObjectNode object) {
        String now = now();
        List<String> values = List.of(USER, USER, now, now, USER_NAME, USER_NAME);
        for (int i = 0; i < MEMBERS.size(); i++) {
            if (!object.has(MEMBERS.get(i))) {
                object.put(MEMBERS.get(i), values.get(i));
            }
        }
        return object;
    }

    /** Somebody put it in the place of the old one. */
    public ObjectNode changed(ObjectNode old, ObjectNode object) {
        MEMBERS.forEach(member -> object.set(member, old.get(member)));
        return object.put("updatedBy", USER).put("updatedAt", now()).put("updatedByUserName", USER_NAME);
    }

    /** Somebody activated it. */
    public ObjectNode activated(ObjectNode object) {
        return object.put("activatedAt", now()).put("activatedBy", USER).put("activatedByUserName", USER_NAME);
    }
}
