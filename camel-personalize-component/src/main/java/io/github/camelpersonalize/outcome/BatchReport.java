// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch, item by item, in the order of the input. Camel converts it to JSON ({@code byte[]}, {@code InputStream},
 * {@code JsonNode}) and to a readable table ({@code String}).
 *
 * @param items one result for each item
 */
public record BatchReport(List<ItemResult> items) implements JsonDocument, Serializable {

    public BatchReport {
        items = List.copyOf(items);
    }

    /** The report on these results, in their order. */
    public static BatchReport of(List<WriteResult> results) {
        ItemResult[] items = new ItemResult[results.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = results.get(i).item(i);
        }
        return new BatchReport(List.of(items));
    }

    /** How many items ended in which way; outcomes that did not occur are left out. */
    public Map<Outcome, Long> counts() {
        return items.stream().collect(Collectors.groupingBy(ItemResult::outcome, TreeMap::new, Collectors.counting()));
    }

    /** How many items are not as asked for. */
    public long failures() {
        return items.stream().filter(item -> !item.outcome().isSuccess()).count();
    }

    @Override
    @JsonValue
    public JsonNode toJson() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("counts", counts());
        report.put("items", items.stream().map(BatchReport::row).toList());
        return Json.of(report);
    }

    private static Map<String, @Nullable Object> row(ItemResult item) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("index", item.index());
        row.put("kind", item.kind());
        row.put("key", item.key());
        row.put("uid", item.uid());
        row.put("outcome", item.outcome());
        row.put("message", item.message());
        row.put("source", String.valueOf(item.coordinates()));
        if (item.fault() != null) {
            row.put("fault", item.fault());
            row.put("code", item.code());
            row.put("fieldErrors", item.fieldErrors());
            row.put("retryAfterSeconds", Optional.ofNullable(item.retryAfter()).map(Duration::toSeconds).orElse(null));
        }
        return row;
    }

    /** A table for people, a line an item. */
    @Override
    public String toText() {
        return BatchTable.of(this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
