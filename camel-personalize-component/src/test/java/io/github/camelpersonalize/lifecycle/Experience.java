// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.model.Json;

/** An experience of the live dialect and its versions, in short: {@code A1:a} is a variant of the name A with the content 1 and the short uid a. */
final class Experience {

    static final Shape SHAPE = Dialect.LIVE.shape(Resource.experiences);

    private Experience() {}

    static Versions versions(ObjectNode... versions) {
        return new Versions(SHAPE, List.of(versions));
    }

    /** A version as the service has it. */
    static ObjectNode version(String uid, String status, String... variants) {
        ObjectNode version = Json.object().put("uid", uid);
        version.setAll(content(status, variants));
        return version;
    }

    /** A version as clients write it. */
    static ObjectNode content(String status, String... variants) {
        ObjectNode content = Json.object();
        if (status != null) {
            content.put("status", status);
        }
        content.putArray("variants").addAll(Stream.of(variants).map(Experience::variant).toList());
        return content;
    }

    static DesiredVersion desired(String status, String... variants) {
        return desired(content(status, variants));
    }

    static DesiredVersion desired(ObjectNode members) {
        return new DesiredVersion(SHAPE, members, (sent, kept) -> false);
    }

    private static ObjectNode variant(String text) {
        String[] parts = text.split(":");
        ObjectNode variant = Json.object().put("name", parts[0].substring(0, 1)).put("trafficDistribution", parts[0].substring(1));
        return parts.length == 1 ? variant : variant.put("shortUid", parts[1]);
    }
}
