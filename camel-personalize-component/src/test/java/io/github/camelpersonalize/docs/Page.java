// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * A page of the documentation, parts of which follow from the code. They stand between markers, lines that contain {@code name: START} and
 * {@code name: END}, which are comments in the page's markup.
 */
record Page(Path path, String text) {

    static final String COMPONENT = "docs/personalize-component.adoc";
    static final String README = "README.md";
    /** For programs that write code. */
    static final String LLMS = "docs/llms.txt";

    private static final String UPDATE = "docs.update";

    /** A page as it is, by its path in the repository. */
    static Page read(String path) {
        return read(Path.of("..").resolve(path));
    }

    static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with this text between the markers of that name. */
    Page with(String section, String content) {
        String name = Pattern.quote(section);
        Matcher marked = Pattern.compile("(?ms)^([^\\n]*\\b" + name + ": START[^\\n]*\\n).*?^([^\\n]*\\b" + name + ": END[^\\n]*)$")
                .matcher(text);
        assertThat(marked.find()).as("the markers \"%s: START\" and \"%s: END\" of %s", section, section, path).isTrue();
        return new Page(path, text.substring(0, marked.end(1)) + "\n" + content + "\n" + text.substring(marked.start(2)));
    }

    boolean isAsciiDoc() {
        return path.toString().endsWith(".adoc");
    }

    /** Fails when the file says something else than this page, or, told to by {@code -Ddocs.update=true}, writes it. */
    void requireInStep(Class<?> test) {
        if (Boolean.getBoolean(UPDATE)) {
            write();
        }
        String[] found = read(path).text().split("\n", -1);
        String[] expected = text.split("\n", -1);
        int line = Arrays.mismatch(found, expected);
        if (line >= 0) {
            fail("%s is not in step with the code. Update it with ./mvnw -pl :camel-personalize -am test -Dtest=%s -D%s=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false%nLine %d is     %s%nand should be %s", path.normalize(),
                    test.getSimpleName(),
                    UPDATE, line + 1, line < found.length ? found[line] : "missing", line < expected.length ? expected[line] : "missing");
        }
    }

    private void write() {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
