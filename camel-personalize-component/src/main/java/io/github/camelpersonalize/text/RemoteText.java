// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.net.URLEncoder;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Words of an authorization server, made fit for an error message: one line, of the characters that RFC 6749 (section 5.2) allows in an
 * {@code error_description}, bounded, and without the secrets that were sent, should the server have repeated them or a part of them.
 */
public final class RemoteText {

    /** More than anybody reads, and little enough to look through for secrets. */
    private static final int MAX_INPUT = 8192;

    private static final Pattern ILLEGAL = Pattern.compile("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    /** Shorter parts of a secret are parts of ordinary words, too. */
    private static final Pattern WORD = Pattern.compile("[\\w.~+/=%-]{8,}");

    private static final int SHORTEST_SECRET = 6;
    private static final String MASK = "***";

    private final List<String> secrets;

    public RemoteText(String... secrets) {
        this.secrets = Stream.of(secrets).filter(Objects::nonNull).filter(secret -> secret.length() >= SHORTEST_SECRET)
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, UTF_8))).distinct().toList();
    }

    public String of(String text, int max) {
        String masked = text.length() > MAX_INPUT ? text.substring(0, MAX_INPUT) : text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        masked = WORD.matcher(masked).replaceAll(word -> Matcher.quoteReplacement(isPartOfSecret(word.group()) ? MASK : word.group()));
        String line = ILLEGAL.matcher(masked).replaceAll(" ").replaceAll(" {2,}", " ").strip();
        return line.length() > max ? line.substring(0, max) + "…" : line;
    }

    private boolean isPartOfSecret(String word) {
        return secrets.stream().anyMatch(secret -> secret.contains(word));
    }
}
