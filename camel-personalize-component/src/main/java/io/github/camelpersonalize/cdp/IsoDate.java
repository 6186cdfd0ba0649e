// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;

/** Recognizes dates of ISO 8601: {@code 2026-03-01}, {@code 2026-03-01T10:15Z}, {@code 2026-03-01T10:15:30.123+01:00}. */
final class IsoDate {

    private static final String SHAPE = "dddd-dd-dd";
    private static final int LONGEST = "2026-03-01T10:15:30.123456789+01:00".length();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME).appendPattern("[XXX][XX][X]").toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private IsoDate() {}

    /** Whether the text is a date, or a date and a time, that exists in the calendar. */
    static boolean is(String text) {
        return hasShape(text) && isParsed(text);
    }

    /** Most text is not a date, and a failed parse costs a hundred times as much as a successful one: this check comes first. */
    private static boolean hasShape(String text) {
        if (text.length() < SHAPE.length() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            boolean isDigit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (SHAPE.charAt(i) == 'd' ? !isDigit : text.charAt(i) != SHAPE.charAt(i)) {
                return false;
            }
        }
        return text.length() == SHAPE.length() || text.charAt(SHAPE.length()) == 'T';
    }

    private static boolean isParsed(String text) {
        try {
            (text.length() == SHAPE.length() ? DATE : DATE_TIME).parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
