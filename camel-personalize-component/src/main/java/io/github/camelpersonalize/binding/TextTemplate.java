// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.spi.Language;

/**
 * A text with expressions of the simple language. What its author has written and what a message says stay apart.
 *
 * @param written what is between the expressions: one text more than there are expressions
 */
record TextTemplate(List<String> written, List<Expression> expressions) {

    private static final List<String> STARTS = List.of("${", "$simple{");

    /**
     * Parses a text.
     *
     * @throws RuntimeException when it is none of the simple language
     */
    static TextTemplate parse(String text, Language simple) {
        List<String> written = new ArrayList<>();
        List<Expression> expressions = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = expressionEnd(text, i);
            if (end > i) {
                written.add(text.substring(begin, i));
                expressions.add(simple.createExpression(text.substring(i, end)));
                begin = end;
                i = end - 1;
            }
        }
        written.add(text.substring(begin));
        return new TextTemplate(List.copyOf(written), List.copyOf(expressions));
    }

    static boolean hasExpression(String text) {
        return STARTS.stream().anyMatch(text::contains);
    }

    /** Where the expression ends that begins at an index; the index itself if none begins there, or if it has no end. */
    static int expressionEnd(String text, int index) {
        return STARTS.stream().filter(start -> text.startsWith(start, index)).findFirst()
                .map(start -> closing(text, index, index + start.length())).orElse(index);
    }

    private static int closing(String text, int start, int behindBrace) {
        int open = 1;
        for (int i = behindBrace; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '{') {
                open++;
            } else if (sign == '}') {
                open--;
            }
            if (open == 0) {
                return i + 1;
            }
        }
        return start;
    }

    /** What the expressions come to for an exchange. */
    List<String> evaluate(Exchange exchange) {
        return expressions.stream().map(expression -> expression.evaluate(exchange, String.class))
                .map(value -> Objects.requireNonNullElse(value, "")).toList();
    }

    /** The text with these values. */
    String text(List<String> values) {
        StringBuilder text = new StringBuilder();
        Iterator<String> next = values.iterator();
        for (String part : written) {
            text.append(part).append(next.hasNext() ? next.next() : "");
        }
        return text.toString();
    }

    /** The same with another form of what is written. */
    TextTemplate with(UnaryOperator<String> form) {
        return new TextTemplate(written.stream().map(form).toList(), expressions);
    }
}
