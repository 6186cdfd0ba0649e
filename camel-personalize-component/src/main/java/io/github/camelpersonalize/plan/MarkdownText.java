// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.Collection;

import io.github.camelpersonalize.text.Visible;

/**
 * Untrusted text within GitHub's Markdown. It is formatted as code, because GitHub interprets markup, mentions, references and addresses
 * everywhere else.
 */
final class MarkdownText {

    private static final int SHORTEST_FENCE = 3;

    private MarkdownText() {}

    /** Code within a sentence. */
    static String span(String text) {
        String visible = Visible.text(text);
        String ticks = "`".repeat(longestRun(visible) + 1);
        String pad = visible.startsWith("`") || visible.endsWith("`") || visible.isBlank() ? " " : "";
        return ticks + pad + visible + pad + ticks;
    }

    /** Code within an HTML block, such as a summary, where GitHub does not read Markdown. */
    static String html(String text) {
        return "<code>" + Html.escaped(Visible.text(text)).markup() + "</code>";
    }

    /** Lines as a code block with the colours of a diff. */
    static String diff(Collection<String> lines) {
        String content = String.join("\n", lines);
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(content) + 1));
        return fence + "diff\n" + content + "\n" + fence + "\n";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
