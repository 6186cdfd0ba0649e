// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.regex.Pattern;

import io.github.camelpersonalize.credentials.Credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Text of a stranger, made fit for an error message: one line, at most {@value #MAX} characters, no control characters, no markup, and
 * without the credential, should the server have echoed it.
 */
public final class SafeText {

    static final int MAX = 512;

    /** More than enough to find {@value #MAX} characters of text in a page. */
    private static final int MAX_BYTES = 64 * 1024;

    /** A shorter text is part of ordinary words, and guards nothing. */
    private static final int SHORTEST_SECRET = 6;

    private static final Pattern INVISIBLE = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1>|$)|<!--.*?(-->|$)|<[^<>]{0,1000}>");
    private static final Pattern BLANK = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\s\\u2028\\u2029]+");

    private final Credentials.Header credential;

    public SafeText(Credentials.Header credential) {
        this.credential = credential;
    }

    public String of(byte[] body) {
        return of(new String(body, 0, Math.min(body.length, MAX_BYTES), UTF_8));
    }

    public String of(String text) {
        String bounded = text.length() > MAX_BYTES ? text.substring(0, MAX_BYTES) : text;
        String line = BLANK.matcher(INVISIBLE.matcher(masked(bounded)).replaceAll(" ")).replaceAll(" ").strip();
        return line.length() > MAX ? line.substring(0, wholeCharacters(line)) + "…" : line;
    }

    /** Half of a surrogate pair is no text, and could not be written as JSON. */
    private static int wholeCharacters(String line) {
        return Character.isHighSurrogate(line.charAt(MAX - 1)) ? MAX - 1 : MAX;
    }

    /** In any case, because names of hosts and media types come back in lower case. */
    private String masked(String text) {
        String secret = credential.value().substring(credential.value().lastIndexOf(' ') + 1);
        return secret.length() < SHORTEST_SECRET
                ? text
                : Pattern.compile(secret, Pattern.LITERAL | Pattern.CASE_INSENSITIVE).matcher(text).replaceAll("***");
    }
}
