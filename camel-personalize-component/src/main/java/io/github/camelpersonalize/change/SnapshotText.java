// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonFault;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Snapshots of one project as text, in one line: a JSON object that tells what it is, and behind it, each after a tab, the lists of
 * definitions as JSON arrays. The object holds the checksum of the rest, so that a text that was cut off is not taken for a smaller project.
 */
public final class SnapshotText {

    private static final int FORMAT = 1;
    private static final char TAB = '\t';

    private final URI baseUrl;
    private final String projectUid;
    private final Resource resource;

    /**
     * @param resource whose definitions are seen
     */
    public SnapshotText(URI baseUrl, String projectUid, Resource resource) {
        this.baseUrl = baseUrl;
        this.projectUid = projectUid;
        this.resource = resource;
    }

    /** The snapshot as text. */
    public String of(Snapshot snapshot) {
        StringBuilder lists = new StringBuilder();
        for (Resource part : resource.parts()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            snapshot.definitions(part).forEach(list::add);
            lists.append(TAB).append(list);
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("baseUrl", baseUrl.toString());
        head.put("projectUid", projectUid);
        head.put("resource", resource.name());
        head.put("sha256", checksum(lists.toString()));
        return Json.of(head) + lists.toString();
    }

    /**
     * The snapshot that was written.
     *
     * @throws SnapshotFault when the text is not whole, is of another project, or was written by a newer version
     */
    public Snapshot read(String text) {
        List<String> parts = List.of(text.split(String.valueOf(TAB), -1));
        JsonNode head = json(parts.get(0));
        requireFormat(head.path("format"));
        requireOrigin(head);
        String lists = text.substring(parts.get(0).length());
        if (parts.size() != resource.parts().size() + 1 || !checksum(lists).equals(head.path("sha256").textValue())) {
            throw damaged();
        }
        Map<Resource, JsonNode> definitions = new EnumMap<>(Resource.class);
        Iterator<String> list = parts.subList(1, parts.size()).iterator();
        resource.parts().forEach(part -> definitions.put(part, json(list.next())));
        return Snapshot.of(definitions);
    }

    private static void requireFormat(JsonNode format) {
        if (!format.isInt() || format.intValue() < 1) {
            throw damaged();
        }
        if (format.intValue() > FORMAT) {
            throw new SnapshotFault("it was written by a newer version of camel-personalize (format " + format + ", this version reads "
                    + FORMAT + ")");
        }
    }

    private void requireOrigin(JsonNode head) {
        if (!baseUrl.toString().equals(head.path("baseUrl").textValue()) || !projectUid.equals(head.path("projectUid").textValue())
                || !resource.name().equals(head.path("resource").textValue())) {
            throw new SnapshotFault("it is of the " + origin(head.path("resource").asText(), head.path("projectUid").asText(),
                    head.path("baseUrl").asText()) + ", not of the " + origin(resource.name(), projectUid, baseUrl.toString()));
        }
    }

    private static String origin(String resource, String projectUid, String baseUrl) {
        return resource + " in project \"" + projectUid + "\" at " + baseUrl;
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JsonFault e) {
            throw damaged();
        }
    }

    private static SnapshotFault damaged() {
        return new SnapshotFault("it is cut off or damaged");
    }

    private static String checksum(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
