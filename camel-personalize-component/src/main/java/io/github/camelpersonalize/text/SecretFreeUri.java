// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The URI of an endpoint with the values of secret options masked. Camel writes the URI of the endpoint to which a message was sent into
 * the message ({@code CamelToEndpoint}), and from there it gets into logs, traces and dead-letter queues.
 */
public final class SecretFreeUri {

    /** A value in {@code RAW(…)} or {@code RAW{…}} is not decoded by Camel, so that it may contain an ampersand. */
    private static final String VALUE = "RAW(?:\\(|%28).*?(?:\\)|%29)(?=&|$)|RAW(?:\\{|%7B).*?(?:}|%7D)(?=&|$)|[^&]*";

    private final Pattern secrets;

    /**
     * Names match in any case, in camel case and with dashes, because Camel accepts them so.
     *
     * @param secretOptions the names of the secret options, in camel case
     */
    public SecretFreeUri(Set<String> secretOptions) {
        String names = secretOptions.stream().map(name -> name.chars().mapToObj(Character::toString).collect(Collectors.joining("-?")))
                .collect(Collectors.joining("|"));
        this.secrets = Pattern.compile("([?&][^=&]*(?:" + names + ")=)(?:" + VALUE + ")", Pattern.CASE_INSENSITIVE);
    }

    /** The URI to show. */
    public String of(String uri) {
        return secrets.matcher(uri).replaceAll("$1xxxxxx");
    }
}
