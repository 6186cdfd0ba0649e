// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.batch.RandomBatch.Item;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/**
 * Sends a batch to one project, and its records one by one to another that is the same before, and compares what both end as. What another definition
 * blocks is sent once more at the end, as long as that helps and nothing after it was done for the same definition: a batch does that too.
 */
final class OneByOne implements AutoCloseable {

    /** What an exception says around the reason. */
    private static final Pattern SUBJECT_AND_PLACE = Pattern.compile("^\\w+(?: \".*?\")?: | \\(t-0@\\d+\\)$");

    private final FastService service = new FastService();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    /** What messages say, and the code behind it. */
    private static final List<List<String>> CODES = List.of(List.of("differs only in case", "LOOKALIKE"),
            List.of("which does not exist", "UNRESOLVED"), List.of("in a cycle", "UNRESOLVED"), List.of("depends on a cycle", "UNRESOLVED"),
            List.of("does not exist in", "NOT_FOUND"), List.of("has no definition with uid", "NOT_FOUND"),
            List.of("refused it with 404", "NOT_FOUND"), List.of("the service refused it", "SERVICE"),
            List.of("which differs in", "CONFLICT"), List.of("it differs in", "CONFLICT"), List.of("it is used by", "IN_USE"),
            List.of("times in two units", "VERSION_UNIT"));

    /**
     * What became of a record.
     *
     * @param code why it failed, in a word
     */
    private record End(Outcome outcome, String code, String message) {

        static End of(Outcome outcome, String message) {
            return new End(outcome, code(outcome, message), message);
        }

        boolean isBlocked() {
            return outcome == Outcome.BLOCKED;
        }

        /** Whether another definition is why it failed: it is missing, or uses this one, or refers to it in a circle. */
        boolean isUnresolved() {
            return isBlocked() || code.equals("UNRESOLVED");
        }

        boolean isSuperseded() {
            return message != null && message.startsWith("superseded by ");
        }

        /** What a batch does not find out about a record that it need not send. */
        boolean needsSending() {
            return outcome.isSuccess() || isBlocked() || code.equals("SERVICE");
        }

        private static String code(Outcome outcome, String message) {
            if (outcome.isSuccess()) {
                return outcome == Outcome.DELETED ? "DELETED" : "DONE";
            }
            return CODES.stream().filter(code -> message.contains(code.get(0))).map(code -> code.get(1)).findFirst().orElse(message);
        }
    }

    OneByOne() throws Exception {
        PersonalizeComponent component = context.getComponent("personalize", PersonalizeComponent.class);
        HurriedTime.of(component);
        PersonalizeConfiguration options = component.getConfiguration();
        options.setBaseUrl(service.baseUrl());
        options.setProjectUid("p1");
        options.setAuthtoken("secret");
        options.setRequestsPerSecond(1_000_000);
        options.setMaxRetries(0);
        context.start();
        template = context.createProducerTemplate();
    }

    /** What is wrong with a batch, if anything is. */
    Optional<String> fault(RandomBatch batch) {
        FastService.Project together = open(batch, "b");
        FastService.Project singly = open(batch, "s");
        List<End> ends = together(batch);
        List<End> single = singly(batch);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            boolean isHelped = isHelpedByRefusal(ends, single) && isHelped(ends.get(i), single.get(i));
            if (!isHelped && !isSame(ends.get(i), single.get(i)) && !isDeletionInPlaceOf(ends, i, single.get(i))) {
                faults.add("item " + i + " is " + ends.get(i) + ", and on its own " + single.get(i));
            }
        }
        if (!isHelpedByRefusal(ends, single) && !state(batch, together).equals(state(batch, singly))) {
            faults.add("the project is\n  " + state(batch, together) + ", and should be\n  " + state(batch, singly));
        }
        if (together.writes() > singly.writes() + refusedTwice(ends) || together.lists() > Math.max(3, singly.lists())) {
            faults.add("it costs " + together.writes() + " writes and " + together.lists() + " lists, instead of " + singly.writes()
                    + " and " + singly.lists());
        }
        service.forget("b" + batch.number());
        service.forget("s" + batch.number());
        return faults.isEmpty() ? Optional.empty() : Optional.of(batch + "\n" + String.join("\n", faults));
    }

    private FastService.Project open(RandomBatch batch, String prefix) {
        FastService.Project project = service.open(prefix + batch.number(), batch.maxAttributes());
        batch.before().forEach(definition -> project.seed(batch.resource(), definition));
        if (batch.operation().equals("create")) {
            // A create on its own does not list the project, and notices only keys that it has seen.
            send("personalize:" + batch.resource() + "?operation=list&headerOverrides=projectUid", prefix, batch, null, Map.of());
        }
        return project;
    }

    private static boolean isSame(End end, End single) {
        return end.isSuperseded() ? single.needsSending() : end.code().equals(single.code());
    }

    /**
     * Whether a record that refers to another one is written, and on its own is not: because the service refuses the other one, which in the batch is
     * superseded by one that the service accepts.
     */
    private static boolean isHelpedByRefusal(List<End> ends, List<End> single) {
        return IntStream.range(0, ends.size()).anyMatch(i -> ends.get(i).isSuperseded() && single.get(i).code().equals("SERVICE"))
                && IntStream.range(0, ends.size()).anyMatch(i -> isHelped(ends.get(i), single.get(i)));
    }

    private static boolean isHelped(End end, End single) {
        return end.outcome().isSuccess() && single.code().equals("UNRESOLVED");
    }

    /** Where the record that it deletes was not sent, there may be nothing to delete. */
    private static boolean isDeletionInPlaceOf(List<End> ends, int item, End single) {
        return ends.get(item).outcome() == Outcome.UNCHANGED && single.outcome() == Outcome.DELETED
                && ends.stream().anyMatch(end -> ("superseded by t-0@" + item).equals(end.message()));
    }

    /** What the service refuses in place of an earlier record is sent once more when something was deleted before its own place. */
    private static long refusedTwice(List<End> ends) {
        boolean hasDeletions = ends.stream().anyMatch(end -> end.outcome() == Outcome.DELETED);
        return hasDeletions ? ends.stream().filter(end -> end.code().equals("SERVICE")).count() : 0;
    }

    private List<End> together(RandomBatch batch) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < batch.items().size(); i++) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(batch.items().get(i).body());
            exchange.getMessage().setHeaders(headers(batch, i));
            exchanges.add(exchange);
        }
        Exchange exchange = send(batch.uri() + "&failOn=none", "b", batch, exchanges, Map.of());
        if (exchange.getException() != null) {
            throw new AssertionError(batch.toString(), exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class).items().stream().map(OneByOne::end).toList();
    }

    private static End end(ItemResult item) {
        return End.of(item.outcome(), item.message());
    }

    private List<End> singly(RandomBatch batch) {
        End[] ends = IntStream.range(0, batch.items().size()).mapToObj(i -> sendAlone(batch, i)).toArray(End[]::new);
        boolean progress = true;
        while (progress) {
            progress = false;
            for (int i = 0; i < ends.length; i++) {
                if (ends[i].isUnresolved() && !isOvertaken(batch, ends, i)) {
                    ends[i] = sendAlone(batch, i);
                    progress |= ends[i].outcome().isSuccess();
                }
            }
        }
        return List.of(ends);
    }

    private static boolean isOvertaken(RandomBatch batch, End[] ends, int item) {
        return IntStream.range(item + 1, ends.length).anyMatch(later -> ends[later].outcome().isSuccess()
                && !(batch.isTombstone(later) && batch.options().contains("tombstone=ignore"))
                && subject(batch, later).equals(subject(batch, item)));
    }

    private static String subject(RandomBatch batch, int item) {
        Item record = batch.items().get(item);
        Object uid = record.headers().getOrDefault("CamelPersonalizeUid", body(record).path("uid").asText());
        Object key = Optional.ofNullable(record.headers().get("CamelPersonalizeKey"))
                .or(() -> Optional.ofNullable(record.headers().get("kafka.KEY")))
                .orElse(body(record).path(member(batch)).asText());
        return uid.equals("") || batch.operation().equals("upsert") ? NaturalKey.folded(key.toString()) : "uid " + uid;
    }

    private static String member(RandomBatch batch) {
        return Set.of("attributes", "events").contains(batch.resource()) ? "key" : "name";
    }

    private static JsonNode body(Item item) {
        try {
            return new ObjectMapper().readTree(item.body() == null ? "" : item.body().toString());
        } catch (java.io.IOException e) {
            return new ObjectMapper().missingNode();
        }
    }

    private End sendAlone(RandomBatch batch, int item) {
        Exchange exchange = send(batch.uri(), "s", batch, batch.items().get(item).body(), headers(batch, item));
        if (exchange.getException() instanceof PersonalizeException e) {
            return End.of(e.getOutcome(), SUBJECT_AND_PLACE.matcher(e.getMessage()).replaceAll(""));
        }
        if (exchange.getException() != null) {
            throw new AssertionError(batch.toString(), exchange.getException());
        }
        return End.of(exchange.getMessage().getHeader("CamelPersonalizeOutcome", Outcome.class), null);
    }

    private static Map<String, Object> headers(RandomBatch batch, int item) {
        Map<String, Object> headers = new HashMap<>(batch.items().get(item).headers());
        headers.putAll(Map.of("kafka.TOPIC", "t", "kafka.PARTITION", 0, "kafka.OFFSET", (long) item));
        return headers;
    }

    /** The definitions, with names in place of uids that the service has made, and without members that are null. */
    private static List<String> state(RandomBatch batch, FastService.Project project) {
        Map<String, String> names = new HashMap<>();
        project.all(batch.resource()).forEach(one -> names.put(one.get("uid").textValue(), one.get(member(batch)).textValue()));
        return project.all(batch.resource()).stream().map(definition -> text(definition, names)).sorted().toList();
    }

    private static String text(ObjectNode definition, Map<String, String> names) {
        ObjectNode copy = definition.deepCopy();
        String uid = copy.remove("uid").textValue();
        JsonNode audience = copy.path("rules").path("audience");
        if (audience.isTextual()) {
            ((ObjectNode) copy.get("rules")).put("audience", names.getOrDefault(audience.textValue(), "gone " + audience.textValue()));
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        copy.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        return (uid.startsWith("a") ? uid : "new") + sorted;
    }

    private Exchange send(String uri, String prefix, RandomBatch batch, Object body, Map<String, Object> headers) {
        String entrance = "direct:" + uri.replaceAll("\\W", "_");
        if (context.hasEndpoint(entrance) == null) {
            addRoute(entrance, uri);
        }
        return template.send(entrance, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setHeader("CamelPersonalizeProjectUid", prefix + batch.number());
        });
    }

    private void addRoute(String entrance, String uri) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from(entrance).to(uri);
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.stop();
        service.close();
    }
}
