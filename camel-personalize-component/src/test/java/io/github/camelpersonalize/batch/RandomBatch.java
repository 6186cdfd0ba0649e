// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A batch by its number, which always gives the same one: few definitions, so that its records meet each other, in several spellings.
 *
 * @param resource such as {@code attributes}
 * @param options of the endpoint: the operation and all that decides how records are read and written
 * @param maxAttributes how many attributes the project may have
 * @param before what the project has
 */
record RandomBatch(long number, String resource, String operation, String options, int maxAttributes, List<ObjectNode> before,
        List<Item> items) {

    private static final List<String> RESOURCES = List.of("attributes", "attributes", "audiences", "audiences", "events", "experiences");
    private static final List<List<String>> SPELLINGS = List.of(List.of("age", "Age", "AGE"),
            List.of("caf\u00e9", "cafe\u0301", "Caf\u00e9"), List.of("tier", "tier ", "\uff54ier"), List.of("city"));
    private static final List<String> NEW_VERSIONS = List.of("2026-11-24T12:00:00Z", "2026-11-24 13:00:00+01", "2026-11-24T12:30:00+0000",
            "2026-11-24 14:00:00 +01:00");

    /**
     * A record.
     *
     * @param body a body, a text that is no JSON, or {@code null} for a tombstone
     * @param headers by which it names its definition, beside its body
     */
    record Item(Object body, Map<String, Object> headers) {

        @Override
        public String toString() {
            return (body == null ? "tombstone" : body) + (headers.isEmpty() ? "" : " " + headers);
        }
    }

    static RandomBatch of(long number) {
        return new Maker(number).batch();
    }

    String uri() {
        return "personalize:" + resource + "?operation=" + operation + options + "&headerOverrides=projectUid";
    }

    boolean isTombstone(int item) {
        return items.get(item).body() == null;
    }

    @Override
    public String toString() {
        return "batch " + number + " " + uri() + "\n  before " + before + "\n  "
                + String.join("\n  ", IntStream.range(0, items.size()).mapToObj(i -> i + ": " + items.get(i)).toList());
    }

    /** Makes one batch. */
    private static final class Maker {

        private final long number;
        private final SplittableRandom random;
        private final String resource;
        private final String operation;
        private final boolean isVersioned;
        private final boolean isChecked;
        private final boolean isFull;
        private final int versions;

        Maker(long number) {
            this.number = number;
            random = new SplittableRandom(number);
            resource = oneOf(RESOURCES);
            operation = resource.equals("events")
                    ? oneOf(List.of("create", "upsert"))
                    : oneOf(List.of("create", "update", "upsert", "upsert", "upsert", "delete"));
            isVersioned = operation.equals("upsert") && chance(3);
            isChecked = !chance(4);
            isFull = resource.equals("attributes") && chance(5);
            versions = random.nextInt(4);
        }

        RandomBatch batch() {
            StringBuilder options = new StringBuilder();
            if (operation.equals("upsert") && chance(4)) {
                options.append("&onConflict=").append(oneOf(List.of("skip", "fail")));
            }
            if (isVersioned) {
                options.append("&versionField=rev");
            }
            boolean hasTombstones = !resource.equals("events") && !operation.equals("delete");
            if (hasTombstones) {
                options.append("&tombstone=").append(oneOf(List.of("delete", "delete", "delete", "fail", "ignore")));
            }
            if (!isChecked && !operation.equals("delete")) {
                options.append("&validate=false");
            }
            List<ObjectNode> before = before();
            List<Item> items = new ArrayList<>();
            int count = 1 + random.nextInt(9);
            while (items.size() < count) {
                Item item = hasTombstones && chance(5) ? tombstone() : item(items);
                if (!isRename(item) || !items.contains(item)) {
                    items.add(item);
                }
            }
            return new RandomBatch(number, resource, operation, options.toString(), isFull ? 3 : 100, before, items);
        }

        /** A rename that is delivered twice is done once in a batch; on its own the second finds no definition of the old key. */
        private static boolean isRename(Item item) {
            return item.headers().containsKey("CamelPersonalizeKey");
        }

        private List<ObjectNode> before() {
            List<ObjectNode> before = new ArrayList<>();
            SPELLINGS.forEach(spellings -> {
                if (chance(2)) {
                    before.add(definition(spellings.get(0), false).put("uid", "a" + before.size()));
                }
            });
            return before;
        }

        private Item tombstone() {
            return new Item(null, Map.of("kafka.KEY", key()));
        }

        private Item item(List<Item> earlier) {
            if (!earlier.isEmpty() && chance(8)) {
                return oneOf(earlier);
            }
            if (chance(25)) {
                return new Item("{\"key\": ", Map.of());
            }
            ObjectNode body = definition(key(), true);
            Map<String, Object> headers = new LinkedHashMap<>();
            if (operation.equals("update") || operation.equals("delete")) {
                switch (random.nextInt(6)) {
                    case 0 -> headers.put("CamelPersonalizeKey", key());
                    case 1 -> headers.put("CamelPersonalizeUid", "a" + random.nextInt(4));
                    case 2 -> body.put("uid", "a" + random.nextInt(4));
                    default -> {
                        // its own key says which one is meant
                    }
                }
            }
            if (isVersioned && !chance(15)) {
                version(body);
            }
            return new Item(body.toString(), headers);
        }

        private void version(ObjectNode body) {
            switch (versions) {
                case 0 -> body.put("rev", oneOf(NEW_VERSIONS));
                case 1 -> body.put("rev", 1_732_449_600_000L + random.nextInt(8));
                case 2 -> body.put("rev", 1_732_449_600L * (chance(6) ? 1000 : 1) + random.nextInt(8));
                default -> body.put("rev", random.nextInt(8));
            }
        }

        private ObjectNode definition(String key, boolean mayBeWrong) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            boolean isRefused = mayBeWrong && !isFull && chance(12);
            boolean isInvalid = mayBeWrong && isChecked && chance(12);
            String text = isRefused ? FastService.REFUSED : oneOf(List.of("one", "two", "three"));
            switch (resource) {
                case "attributes" -> body.put("key", key).put("name", text).put("data_type", isInvalid ? "int" : "string");
                case "events" -> body.put("key", key).put("name", isInvalid ? "" : text);
                case "audiences" -> {
                    body.put("name", key);
                    rules(body, mayBeWrong);
                    if (isRefused || chance(2)) {
                        body.put("description", text);
                    }
                }
                default -> {
                    body.put("name", key).put("type", isInvalid ? "none" : "AB_TEST");
                    if (chance(2)) {
                        variants(body, text);
                    }
                }
            }
            if (chance(4)) {
                body.put("note", text);
            }
            if (chance(6)) {
                body.putObject("more").put(oneOf(List.of("x", "y")), text);
            }
            return body;
        }

        private void rules(ObjectNode body, boolean mayRefer) {
            if (mayRefer && chance(2)) {
                body.putObject("rules").put("audience", "ref:audience/" + oneOf(oneOf(SPELLINGS).subList(0, 1)));
            } else if (chance(2)) {
                body.putObject("rules").put("city", oneOf(List.of("Paris", "Rome")));
            }
        }

        private void variants(ObjectNode body, String text) {
            var variants = body.putArray("variants");
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                ObjectNode variant = variants.addObject().put("name", oneOf(List.of("A", "B", "C")));
                if (chance(3)) {
                    variant.put("title", text);
                }
            }
        }

        /** Mostly the first spelling. */
        private String key() {
            List<String> spellings = oneOf(SPELLINGS);
            return chance(3) ? oneOf(spellings) : spellings.get(0);
        }

        private boolean chance(int of) {
            return random.nextInt(of) == 0;
        }

        private <T> T oneOf(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
