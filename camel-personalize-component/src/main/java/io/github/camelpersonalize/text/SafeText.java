// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text of a server for an error message: one bounded, {@linkplain Visible visible} line without markup, and without the secrets that were sent, or parts of them. */
public final class SafeText {

    private static final int MAX = 512;

    /** More than enough to find {@value #MAX} characters of text in a page. */
    private static final int MAX_INPUT = 64 * 1024;

    /** A shorter text is part of ordinary words, and guards nothing. */
    private static final int SHORTEST_SECRET = 6;

    /** A part of a secret, as of one that was cut off. Shorter ones are parts of ordinary words, too. */
    private static final Pattern PART = Pattern.compile("[\\w.~+/=%-]{8,}");

    /** Random characters hardly ever look like this; names and examples do. */
    private static final Pattern ORDINARY_WORD = Pattern.compile("[A-Za-z][a-z]{7,14}");

    private static final Pattern MARKUP = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1>|$)|<!--.*?(-->|$)|<[^<>]{0,1000}>");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String MASK = "***";

    private final List<@Nullable String> given;

    /**
     * @param secrets to mask, as they are and as a form encodes them; {@code null} and short ones are ignored
     */
    public SafeText(@Nullable String... secrets) {
        this.given = Arrays.asList(secrets);
    }

    /** Made on demand: most responses have no text to show. */
    private List<String> secrets() {
        return given.stream().filter(Objects::nonNull).filter(secret -> secret.length() >= SHORTEST_SECRET)
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, UTF_8))).distinct().toList();
    }

    public String of(byte[] body) {
        return of(new String(body, 0, Math.min(body.length, MAX_INPUT), UTF_8));
    }

    public String of(String text) {
        return of(text, MAX);
    }

    /**
     * @param max characters; what is longer ends with an ellipsis
     */
    public String of(String text, int max) {
        String bounded = text.length() > MAX_INPUT ? text.substring(0, MAX_INPUT) : text;
        String words = SPACES.matcher(MARKUP.matcher(masked(bounded)).replaceAll(" ")).replaceAll(" ");
        return OneLine.cut(Visible.text(words.strip()), max);
    }

    /** In any case, because names of hosts and media types come back in lower case. */
    private String masked(String text) {
        List<String> secrets = secrets();
        String masked = text;
        for (String secret : secrets) {
            masked = Pattern.compile(secret, Pattern.LITERAL | Pattern.CASE_INSENSITIVE).matcher(masked).replaceAll(MASK);
        }
        return PART.matcher(masked)
                .replaceAll(part -> Matcher.quoteReplacement(isPartOfSecret(part.group(), secrets) ? MASK : part.group()));
    }

    private static boolean isPartOfSecret(String text, List<String> secrets) {
        String lower = text.toLowerCase(Locale.ROOT);
        return !ORDINARY_WORD.matcher(text).matches()
                && secrets.stream().anyMatch(secret -> secret.toLowerCase(Locale.ROOT).contains(lower));
    }
}
