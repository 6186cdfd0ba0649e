// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.model.Json;

/** Write requests. Texts are JSON with single quotes. */
final class Requests {

    private Requests() {}

    static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }

    static WriteRequest upsert(Resource resource, String body) {
        return WriteRequest.of(resource, Operation.upsert, json(body), null);
    }

    static WriteRequest upsert(Resource resource, String body, OnConflict onConflict) {
        return WriteRequest.upsert(resource, json(body), null, onConflict);
    }

    static WriteRequest create(Resource resource, String body) {
        return WriteRequest.of(resource, Operation.create, json(body), null);
    }

    /** An update of what has a key now. */
    static WriteRequest update(Resource resource, String key, String body) {
        return new WriteRequest(resource, Operation.update, new Target(null, key), json(body), null, null, null, null);
    }

    static WriteRequest updateByUid(Resource resource, String uid, String body) {
        return new WriteRequest(resource, Operation.update, new Target(new Uid(uid), null), json(body), null, null, null, null);
    }

    static WriteRequest deletion(Resource resource, String key) {
        return WriteRequest.deletion(resource, new Target(null, key), null);
    }

    static WriteRequest attribute(String key, String name) {
        return upsert(Resource.attributes, "{'key': '" + key + "', 'name': '" + name + "', 'data_type': 'string'}");
    }

    static WriteRequest attribute(String key, String name, String version) {
        return attribute(key, name).version(RecordVersion.parse(version).orElseThrow());
    }

    /** One that uses another. */
    static WriteRequest audience(String name, String other) {
        return upsert(Resource.audiences, "{'name': '" + name + "', 'rules': {'audience': 'ref:audience/" + other + "'}}");
    }

    static WriteRequest audience(String name) {
        return upsert(Resource.audiences, "{'name': '" + name + "', 'rules': {'field': 'age'}}");
    }
}
