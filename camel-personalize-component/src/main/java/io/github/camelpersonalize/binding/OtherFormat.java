// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a text that is not JSON looks like, and which step turns it into JSON. */
enum OtherFormat {

    JSON_LINES("JSON lines, one document a line: split it by lines before this step"), XML(
            "XML: turn it into JSON, or into a Map, before this step"), YAML(
                    "YAML, which only the operations of personalize:project read: put unmarshal().yaml() before this step"), CSV(
                            "CSV: put unmarshal().custom(\"personalize-csv\") before this step"), UNKNOWN("");

    /** More than two lines need not be looked at. */
    private static final int LONGEST = 2000;

    private static final Pattern JSON_LINE = Pattern.compile("\\{.*}");
    private static final Pattern YAML_LINE = Pattern.compile("---|%YAML .*|- .*|(\"[^\"]+\"|'[^']+'|[\\w][\\w .-]*):( .*)?");
    private static final Pattern CSV_LINE = Pattern.compile("[^{\\[].*[,;\t].*");

    private final String advice;

    OtherFormat(String advice) {
        this.advice = advice;
    }

    /** To be put behind the message of an error: what the text looks like; empty when it looks like nothing else. */
    static String advice(Object content) {
        OtherFormat format = of(
                start(content).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).limit(2).toList());
        return format == UNKNOWN ? "" : "; the text looks like " + format.advice;
    }

    private static OtherFormat of(List<String> lines) {
        if (lines.size() == 2 && lines.stream().allMatch(JSON_LINE.asMatchPredicate())) {
            return JSON_LINES;
        }
        if (!lines.isEmpty() && lines.get(0).startsWith("<")) {
            return XML;
        }
        if (!lines.isEmpty() && YAML_LINE.matcher(lines.get(0)).matches()) {
            return YAML;
        }
        return lines.size() == 2 && lines.stream().allMatch(CSV_LINE.asMatchPredicate()) ? CSV : UNKNOWN;
    }

    private static String start(Object content) {
        if (content instanceof byte[] bytes) {
            return new String(bytes, 0, Math.min(bytes.length, LONGEST), UTF_8);
        }
        CharSequence text = (CharSequence) content;
        return text.subSequence(0, Math.min(text.length(), LONGEST)).toString();
    }
}
