// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The service as it is on a bad day: a project behind a raw socket on the loopback address, which answers as it should except where it
 * is told otherwise. It runs from its construction until {@link #close()}.
 */
public final class FaultServer implements AutoCloseable {

    private final Journal journal;
    private final AnswerScript script = new AnswerScript();
    private final ProjectState project = new ProjectState();
    private final Connections connections = new Connections(this::connection);
    private final Form form;

    public FaultServer() {
        this(Form.CONTRACT);
    }

    public FaultServer(Form form) {
        this(form, System::nanoTime);
    }

    /** @param nanoTime gives the requests their time, and nothing else */
    public FaultServer(LongSupplier nanoTime) {
        this(Form.CONTRACT, nanoTime);
    }

    private FaultServer(Form form, LongSupplier nanoTime) {
        this.form = form;
        journal = new Journal(nanoTime);
        connections.accept();
    }

    /** {@code http://127.0.0.1:port}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + connections.port();
    }

    /**
     * Answers to matching requests, one each and in order; after them the next rule that matches counts, or what is normal.
     *
     * @param request method and path, as in {@code POST /attributes}; {@code *} stands for a part of a segment or of the method,
     *            {@code **} for anything; the query counts for nothing
     */
    public void on(String request, Answer... answers) {
        script.add(new ScriptRule(request, null, List.of(answers), null));
    }

    /** The same for requests whose body bears the natural key: {@code key} of attributes and events, {@code name} of the others. */
    public void onKey(String request, String key, Answer... answers) {
        script.add(new ScriptRule(request, key, List.of(answers), null));
    }

    /** The answer to all matching requests, until {@link #behave()}. */
    public void always(String request, Answer answer) {
        script.add(new ScriptRule(request, null, List.of(), answer));
    }

    /** Cuts a connection, whatever the script says of the request; several may be planned. */
    public void cut(CutPoint cut) {
        script.cut(journal.begun() + cut.request(), cut);
    }

    /** Forgets script and cuts. */
    public void behave() {
        script.clear();
    }

    /** What of the script has not been used, as {@code POST /attributes: 2}; cuts do not count. */
    public List<String> unused() {
        return script.unused();
    }

    /** Closes the port and all connections, as if the server had died; what comes is refused. */
    public void refuseConnections() {
        connections.refuse();
    }

    /** Refuses connections for a while. */
    public void refuseConnections(Duration time) {
        connections.refuse(time);
    }

    /** Takes connections again, on the same port. */
    public void acceptConnections() {
        connections.accept();
    }

    /** The requests in the order of their first lines, as {@code METHOD target}. */
    public List<String> requests() {
        return recorded().stream().map(RecordedRequest::toString).toList();
    }

    /** The requests in the order of their first lines. One is here before its answer begins. */
    public List<RecordedRequest> recorded() {
        return journal.requests();
    }

    /** How many requests have begun to come. */
    public int requestCount() {
        return journal.begun();
    }

    /** How many connections were accepted. */
    public int connections() {
        return journal.connections();
    }

    /** How many requests at most were being answered at a time; a stalled one is, until the client hangs up. */
    public int maxConcurrent() {
        return journal.maxRunning();
    }

    /** The objects of a kind, such as {@code attributes}, in the order of their creation. */
    public List<JsonNode> state(String kind) {
        return project.list(kind);
    }

    /** The uids of the experiences, the first first. */
    public List<String> priority() {
        return project.priority();
    }

    /** Puts an object as it is, with its own uid or a new one, and whatever its natural key. @return its uid */
    public String put(String kind, String json) {
        return project.put(kind, (ObjectNode) json(json)).get("uid").textValue();
    }

    /** Takes an object away. @return whether it was there */
    public boolean remove(String kind, String uid) {
        return project.remove(kind, uid);
    }

    /** Whether objects may share a natural key from now on, as with a service that does not look at it. */
    public void keepDoubles(boolean keep) {
        project.keepDoubles(keep);
    }

    /** JSON as {@link #state} has it, with all digits of its numbers. */
    public static JsonNode json(String json) {
        return Json.read(json);
    }

    private Connection connection(Socket socket) {
        return new Connection(socket, journal, script, new ProjectApi(project, form));
    }

    /** Closes all connections and ends all threads before it returns. */
    @Override
    public void close() {
        connections.close();
    }
}
