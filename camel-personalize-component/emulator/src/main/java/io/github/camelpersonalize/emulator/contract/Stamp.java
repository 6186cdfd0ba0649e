// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;

/** Gives objects what only the service gives: uid, time of creation, status. Whatever a body says of these is passed over. */
public final class Stamp {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Supplier<String> uids;

    /**
     * A stamp.
     *
     * @param clock
     *            tells when an object came to be
     * @param uids
     *            gives each object its uid
     */
    public Stamp(Clock clock, Supplier<String> uids) {
        this.clock = clock;
        this.uids = uids;
    }

    String now() {
        return ISO.format(clock.instant());
    }

    String uid() {
        return uids.get();
    }

    ObjectNode asNew(Kind kind, JsonNode body) {
        return stamped(kind, body, uid(), Status.DRAFT.name(), now());
    }

    ObjectNode inPlaceOf(ObjectNode old, Kind kind, JsonNode body) {
        return stamped(kind, body, old.path("uid").asText(), old.path("status").asText(), old.path("created_at").asText());
    }

    private ObjectNode stamped(Kind kind, JsonNode body, String uid, String status, String createdAt) {
        ObjectNode object = Json.object().put("uid", uid);
        object.setAll((ObjectNode) body.deepCopy());
        object.put("uid", uid);
        if (kind == Kind.EXPERIENCE) {
            object.put("status", status);
            nameVariants(object.path("variants"));
        }
        return object.put("created_at", createdAt);
    }

    void nameVariants(JsonNode variants) {
        for (JsonNode variant : variants) {
            if (variant instanceof ObjectNode named && !named.has("uid")) {
                named.put("uid", uid());
            }
        }
    }
}
