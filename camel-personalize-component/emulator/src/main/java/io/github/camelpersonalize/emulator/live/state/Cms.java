// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** What the CMS made of an experience: it comes some reads after the activation, as if it took its time. */
final class Cms {

    private ObjectNode shown;
    private ObjectNode coming;
    private int readsLeft;

    Cms(JsonNode shown) {
        this.shown = shown instanceof ObjectNode object ? object.deepCopy() : null;
    }

    Optional<ObjectNode> shown() {
        return Optional.ofNullable(shown);
    }

    /** The variants of this version are on their way. A variant that was there before keeps its uid in the CMS. */
    void activated(JsonNode version, int reads, Audit audit) {
        ObjectNode old = Optional.ofNullable(shown).orElseGet(Json::object);
        coming = Json.object().put("syncStatus", "SUCCESS").put("lastSyncAttemptAt", "");
        coming.put("variantGroup", old.path("variantGroup").asText("cs" + audit.uid()));
        ObjectNode variants = coming.putObject("variants");
        for (JsonNode variant : version.path("variants")) {
            String shortUid = variant.path("shortUid").asText();
            variants.put(shortUid, old.path("variants").path(shortUid).asText("cs" + audit.uid()));
        }
        readsLeft = reads;
    }

    /** Somebody looks. */
    void read(Audit audit) {
        if (coming == null) {
            return;
        }
        if (readsLeft > 0) {
            readsLeft--;
            return;
        }
        shown = coming.put("lastSyncAttemptAt", audit.now());
        coming = null;
    }
}
