// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that the service says when it refuses a request: a row of a dialect's table of errors.
 *
 * @param says the end of the service's code, or what its text contains, for people
 * @param sign finds it in the code and the text of a response
 * @param status the HTTP status that it comes with, or 0 for any
 * @param isConfiguration whether the configuration is at fault; else the record is
 * @param isDuplicate whether a create is refused because there is such a thing already
 * @param code the word for programs, independent of how the service spells its own
 * @param advice what to do, as a clause
 */
public record KnownError(String says, Pattern sign, int status, boolean isConfiguration, boolean isDuplicate, String code, String advice) {

    /** A record is refused with a code that ends like this; what precedes it varies, or is not known. */
    static KnownError code(String end, String code, String advice) {
        return new KnownError(end, word(end), 0, false, false, code, advice);
    }

    /** A record is refused with a text. */
    static KnownError text(String part, String code, String advice) {
        return new KnownError(part, Pattern.compile(part, Pattern.LITERAL), 0, false, false, code, advice);
    }

    /** The configuration is at fault. */
    static KnownError configuration(String says, Pattern sign, int status, String code, String advice) {
        return new KnownError(says, sign, status, true, false, code, advice);
    }

    /** The same, where there is such a thing already. */
    KnownError ofDuplicate() {
        return new KnownError(says, sign, status, isConfiguration, true, code, advice);
    }

    static Pattern word(String word) {
        return Pattern.compile("(?<![A-Z_])" + Pattern.quote(word) + "(?![A-Z_])");
    }

    /**
     * The first of these that a response shows. What the request has said itself, and the service only repeats, shows nothing.
     *
     * @param status the HTTP status
     * @param said the code and the text of the response
     * @param sent what the request has said
     */
    public static Optional<KnownError> in(List<KnownError> table, int status, String said, String sent) {
        return table.stream().filter(error -> error.isShown(status, said, sent)).findFirst();
    }

    private boolean isShown(int when, String said, String sent) {
        Matcher found = sign.matcher(said);
        return (status == 0 || status == when) && found.find() && !sent.contains(found.group());
    }
}
