// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.Collection;

/**
 * Text of strangers within Markdown as GitHub reads it, so that it stays text: it starts no markup, ends no block, and mentions nobody.
 * GitHub looks for mentions, references and addresses everywhere but in code, so that is where it goes.
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

    /** Code within a block of HTML, such as a summary, where Markdown has no meaning. */
    static String html(String text) {
        return "<code>" + Html.escaped(Visible.text(text)).markup() + "</code>";
    }

    /** Lines with the colours of a diff. */
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
