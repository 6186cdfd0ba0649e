// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * The service over a real socket, in a few maps, for tens of thousands of projects one after the other. It refuses a second definition of one key, a
 * definition that says {@value #REFUSED} anywhere, and more attributes than a project may have.
 */
final class FastService implements AutoCloseable {

    static final String REFUSED = "refused";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SET_BY_THE_SERVICE = List.of("uid", "created_at", "status");

    private final Map<String, Project> projects = new ConcurrentHashMap<>();
    private final HttpServer server = ServerBootstrap.bootstrap().setLocalAddress(InetAddress.getLoopbackAddress())
            .setCanonicalHostName("127.0.0.1").register("*", this::answer).create();

    /** A project, and how often it was asked. */
    static final class Project {

        private final Map<String, Map<String, ObjectNode>> kinds = new LinkedHashMap<>();
        private final int maxAttributes;
        private int lastUid;
        private int lists;
        private int writes;

        private Project(int maxAttributes) {
            this.maxAttributes = maxAttributes;
        }

        synchronized void seed(String kind, ObjectNode definition) {
            kind(kind).put(definition.get("uid").textValue(), definition.deepCopy());
        }

        synchronized List<ObjectNode> all(String kind) {
            return List.copyOf(kind(kind).values());
        }

        synchronized int lists() {
            return lists;
        }

        synchronized int writes() {
            return writes;
        }

        private Map<String, ObjectNode> kind(String kind) {
            return kinds.computeIfAbsent(kind, any -> new LinkedHashMap<>());
        }

        private synchronized Answer answer(String method, String[] path, byte[] body) throws IOException {
            Map<String, ObjectNode> definitions = kind(path[1]);
            if (method.equals("GET")) {
                lists++;
                return new Answer(200, JsonNodeFactory.instance.objectNode().set("data", list(definitions)));
            }
            writes++;
            return switch (method) {
                case "POST" -> create(path[1], definitions, (ObjectNode) JSON.readTree(body));
                case "PUT" -> replace(path[1], definitions, path[2], (ObjectNode) JSON.readTree(body));
                default -> definitions.remove(path[2]) == null ? error(404, "there is none") : new Answer(204, null);
            };
        }

        private static JsonNode list(Map<String, ObjectNode> definitions) {
            return JsonNodeFactory.instance.arrayNode().addAll(new ArrayList<>(definitions.values()));
        }

        private Answer create(String kind, Map<String, ObjectNode> definitions, ObjectNode body) {
            Answer answer = store(kind, definitions, "u" + ++lastUid, body, 201);
            if (answer.status() == 201 && kind.equals("attributes") && definitions.size() > maxAttributes) {
                definitions.remove("u" + lastUid);
                return error(400, "the project has as many as it may");
            }
            return answer;
        }

        private static Answer replace(String kind, Map<String, ObjectNode> definitions, String uid, ObjectNode body) {
            return definitions.containsKey(uid) ? store(kind, definitions, uid, body, 200) : error(404, "there is none");
        }

        private static Answer store(String kind, Map<String, ObjectNode> definitions, String uid, ObjectNode body, int status) {
            String member = kind.equals("attributes") || kind.equals("events") ? "key" : "name";
            if (definitions.values().stream()
                    .anyMatch(other -> other.path(member).equals(body.path(member)) && !other.get("uid").textValue().equals(uid))) {
                return error(409, "it exists already");
            }
            if (!body.path(member).isTextual() || body.toString().contains(REFUSED)) {
                return error(422, "it is refused");
            }
            ObjectNode definition = body.deepCopy().remove(SET_BY_THE_SERVICE).put("uid", uid);
            definitions.put(uid, definition);
            return new Answer(status, definition);
        }

        private static Answer error(int status, String message) {
            return new Answer(status, JsonNodeFactory.instance.objectNode().put("message", message).put("status", status));
        }
    }

    private record Answer(int status, JsonNode body) {}

    FastService() throws IOException {
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** A new project. */
    Project open(String uid, int maxAttributes) {
        Project project = new Project(maxAttributes);
        projects.put(uid, project);
        return project;
    }

    void forget(String uid) {
        projects.remove(uid);
    }

    private void answer(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context) throws IOException {
        byte[] body = request.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(request.getEntity());
        Project project = projects.get(request.getFirstHeader("x-project-uid").getValue());
        Answer answer = project.answer(request.getMethod(), request.getPath().split("/"), body);
        response.setCode(answer.status());
        if (answer.body() != null) {
            response.setEntity(new ByteArrayEntity(JSON.writeValueAsBytes(answer.body()), ContentType.APPLICATION_JSON));
        }
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}
