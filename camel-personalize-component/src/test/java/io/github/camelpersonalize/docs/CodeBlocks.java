// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of code on a page; a comment above one tells which {@link Snippet} it is. */
final class CodeBlocks {

    private static final Pattern ASCIIDOC = Pattern
            .compile("(?ms)^(?:// snippet: (?<name>\\S+)\\n)?\\[source,(?<language>\\w+)\\]\\n----\\n(?<code>.*?)^----$");
    private static final Pattern MARKDOWN = Pattern
            .compile("(?ms)^(?:<!-- snippet: (?<name>\\S+) -->\\n)?```(?<language>\\w+)\\n(?<code>.*?)^```$");

    private final Page page;

    CodeBlocks(Page page) {
        this.page = page;
    }

    /** One block; the name is {@code null} where there is no such comment. */
    record Block(String name, String language, int start, int end) {}

    List<Block> all() {
        Matcher matcher = (page.isAsciiDoc() ? ASCIIDOC : MARKDOWN).matcher(page.text());
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group("name"), matcher.group("language"), matcher.start("code"), matcher.end("code")));
        }
        return blocks;
    }

    /** The page with its snippets as they are in their files. */
    Page refreshed() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Block block : all()) {
            if (block.name() != null) {
                text.append(page.text(), from, block.start()).append(new Snippet(block.name()).text());
                from = block.end();
            }
        }
        return new Page(page.path(), text.append(page.text().substring(from)).toString());
    }
}
