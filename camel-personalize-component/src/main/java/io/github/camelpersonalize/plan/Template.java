// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/** A piece of HTML with holes such as {@code {{name}}}. What fills a hole is escaped, unless it is {@link Html} already. */
final class Template {

    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern PART = Pattern.compile("(?s)<template id=\"(\\w+)\">\\n(.*?)</template>");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** A file of this package's, without the comment on its first line. */
    static Template page(String file) {
        return new Template(resource(file).replaceFirst("(?m)^<!-- SPDX.*-->\\n", ""));
    }

    /** The {@code <template>} elements of a file, by id. */
    static Map<String, Template> parts(String file) {
        Map<String, Template> parts = new HashMap<>();
        Matcher matcher = PART.matcher(resource(file));
        while (matcher.find()) {
            parts.put(matcher.group(1), new Template(matcher.group(2).strip()));
        }
        return Map.copyOf(parts);
    }

    static String resource(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalArgumentException when there is nothing for a hole
     */
    Html fill(Map<String, ?> values) {
        return new Html(HOLE.matcher(text).replaceAll(hole -> {
            Object value = values.get(hole.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing fills " + hole.group());
            }
            return Matcher.quoteReplacement(Html.of(value).markup());
        }));
    }

    static Html joined(Collection<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(joining("\n")));
    }
}
