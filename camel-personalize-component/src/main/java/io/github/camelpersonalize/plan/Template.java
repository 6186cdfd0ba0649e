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

/** HTML with placeholders such as {@code {{name}}}. Their values are escaped, unless they are {@link Html} already. */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern PART = Pattern.compile("(?s)<template id=\"(\\w+)\">\\n(.*?)</template>");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** A file of this package, without the comment on its first line. */
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
     * @throws IllegalArgumentException when a placeholder has no value
     */
    Html fill(Map<String, ?> values) {
        return new Html(PLACEHOLDER.matcher(text).replaceAll(placeholder -> {
            Object value = values.get(placeholder.group(1));
            if (value == null) {
                throw new IllegalArgumentException("there is no value for " + placeholder.group());
            }
            return Matcher.quoteReplacement(Html.of(value).markup());
        }));
    }

    static Html joined(Collection<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(joining("\n")));
    }
}
