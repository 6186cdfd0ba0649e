// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelpersonalize.emulator.http.Json;

/** The tags of an experience: a few short words, in small letters, each once. */
public final class Tags implements Check {

    private static final int MOST = 10;
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_:-]{1,32}");

    @Override
    public void examine(String at, JsonNode value, Problems problems) {
        Check.listOf(Tags::examineOne).examine(at, value, problems);
        if (value.isArray() && normal(value).size() > MOST) {
            problems.add(at, Code.INVALID, "must contain no more than " + MOST + " elements");
        }
    }

    /** As they are stored. */
    public static ArrayNode normal(JsonNode tags) {
        Set<String> words = new LinkedHashSet<>();
        tags.forEach(tag -> words.add(tag.asText().toLowerCase(Locale.ROOT)));
        ArrayNode normal = Json.array();
        words.forEach(normal::add);
        return normal;
    }

    private static void examineOne(String at, JsonNode tag, Problems problems) {
        if (!tag.isTextual() || !TAG.matcher(tag.textValue()).matches()) {
            problems.add(at, Code.INVALID, "must match " + TAG);
        }
    }
}
