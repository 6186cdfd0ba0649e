// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTest {

    private static final Pattern ASCIIDOC = Pattern.compile("link:([^\\s\\[#:]+)(?:#([^\\s\\[]*))?\\[");
    private static final Pattern MARKDOWN = Pattern.compile("]\\(([^\\s)#:]+)(?:#([^\\s)]*))?\\)");
    private static final Pattern REFERENCE = Pattern.compile("<<([\\w-]+)[,>]");

    @ParameterizedTest
    @MethodSource("io.github.camelpersonalize.docs.SnippetsTest#pages")
    void everyLinkLeadsToAFileAndAnAnchor(String name) {
        Page page = Page.read(name);
        List<MatchResult> links = (page.isAsciiDoc() ? ASCIIDOC : MARKDOWN).matcher(page.text()).results().toList();

        assertThat(links).allSatisfy(link -> {
            Path target = page.path().resolveSibling(link.group(1)).normalize();
            assertThat(target).exists();
            if (link.group(2) != null && target.toString().endsWith(".adoc")) {
                assertThat(Page.read(target).text()).contains(anchor(link.group(2)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("io.github.camelpersonalize.docs.SnippetsTest#pages")
    void everyReferenceWithinAPageHasItsAnchor(String name) {
        String text = Page.read(name).text();

        assertThat(REFERENCE.matcher(text).results().map(reference -> reference.group(1)))
                .allSatisfy(reference -> assertThat(text).contains(anchor(reference)));
    }

    private static String anchor(String id) {
        return "[#" + id + "]\n";
    }
}
