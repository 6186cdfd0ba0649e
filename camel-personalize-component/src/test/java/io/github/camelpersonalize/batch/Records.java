// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.outcome.Coordinates;

/** Records, and the rules by which they are read. Texts are JSON with single quotes. */
final class Records {

    static final Coordinates FROM = Coordinates.kafka("orders", 2, 7);
    static final RecordRules.Places PLACES = new RecordRules.Places("the header Uid", "the header Key", "the header Version",
            "set a header", "a header holds a result");
    static final RecordRules ATTRIBUTES = rules(Resource.attributes, Dialect.CONTRACT);

    private Records() {}

    static RecordRules rules(Resource resource, Dialect dialect) {
        return new RecordRules(resource, dialect, null, null, null, null, Tombstone.ignore, PLACES);
    }

    /** The same with a version in its body. */
    static RecordRules versioned(RecordRules rules, String field) {
        return new RecordRules(rules.resource(), rules.dialect(), rules.uid(), rules.key(), rules.versionUid(), field, rules.tombstone(),
                rules.places());
    }

    static RecordRules on(RecordRules rules, Tombstone tombstone) {
        return new RecordRules(rules.resource(), rules.dialect(), rules.uid(), rules.key(), rules.versionUid(), rules.versionField(),
                tombstone, rules.places());
    }

    static InputRecord record(String body) {
        return named(body, null, null);
    }

    /** One that names its definition beside its body. */
    static InputRecord named(String body, String uid, String key) {
        return record(body, uid, key, null, EarlierSteps.NONE);
    }

    static InputRecord record(String body, String uid, String key, String versionUid, EarlierSteps earlier) {
        JsonNode read = body == null ? null : Requests.json(body);
        return new InputRecord(read, null, uid, key, versionUid, FROM, null, null, earlier);
    }

    /** One whose body could not be read. */
    static InputRecord unreadable(String fault) {
        return new InputRecord(null, fault, null, null, null, FROM, null, null, EarlierSteps.NONE);
    }

    static InputRecord tombstone(String key, String fault) {
        return new InputRecord(null, null, null, null, null, FROM, key, fault, EarlierSteps.NONE);
    }
}
