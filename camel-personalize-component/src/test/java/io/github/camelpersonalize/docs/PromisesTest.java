// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages on reliability and security promise what tests prove, and nothing else. */
class PromisesTest {

    private static final String RELIABILITY = "docs/reliability.adoc";
    private static final String SECURITY = "docs/security.adoc";

    /** A row of three cells: the number of the promise, the promise, and its proofs. */
    private static final Pattern PROMISE = Pattern.compile("(?m)^\\| (F\\d{2,3})\\n\\| .+\\n\\| (.+)$");

    /** A link to a class of tests, and names of its methods, the end of which may be left open. */
    private static final Pattern PROOF = Pattern.compile("link:(\\S+/src/test/java/\\S+\\.java)\\[\\w+]((?: `\\w+\\*?`,?)*)");
    private static final Pattern NAME = Pattern.compile("`(\\w+\\*?)`");

    /** A test may prove several promises, and bear all their numbers. */
    private static final String NUMBERS = "(F\\d{2,3}_)*";
    private static final Pattern NUMBER = Pattern.compile("\\G(F\\d{2,3})_");
    private static final Pattern LINK = Pattern.compile("link:([^\\s\\[#]+)(?:#[^\\s\\[]*)?\\[");
    private static final Pattern REFERENCE = Pattern.compile("<<([\\w-]+)[,>]");

    private record Promise(String number, List<Proof> proofs) {}

    private record Proof(String link, List<String> names) {}

    @Test
    void everyPromiseIsProvedByTestsOfItsNumber() {
        assertThat(promises()).isNotEmpty().allSatisfy(
                promise -> assertThat(promise.proofs()).flatExtracting(Proof::names).contains(promise.number() + "_*"));
    }

    @Test
    void whateverTestsAreNumberedAfterIsPromisedOnce() {
        List<String> numbers = TestSources.methods().stream().flatMap(method -> found(NUMBER, method).stream()).distinct().toList();

        assertThat(promises()).extracting(Promise::number).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {RELIABILITY, SECURITY})
    void everyTestThatAPageNamesExists(String page) {
        assertThat(proofs(Page.read(page).text())).isNotEmpty().allSatisfy(proof -> {
            List<String> methods = TestSources.methods(target(proof.link())).toList();
            assertThat(proof.names()).isNotEmpty()
                    .allSatisfy(name -> assertThat(methods).anyMatch(method -> method.matches(NUMBERS + name.replace("*", ".*"))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {RELIABILITY, SECURITY})
    void everyLinkLeadsSomewhere(String page) {
        String text = Page.read(page).text();

        assertThat(found(LINK, text)).isNotEmpty().allSatisfy(link -> assertThat(target(link)).exists());
        assertThat(found(REFERENCE, text)).allSatisfy(anchor -> assertThat(text).contains("[#" + anchor + "]\n"));
    }

    private static List<Promise> promises() {
        return PROMISE.matcher(Page.read(RELIABILITY).text()).results().map(row -> new Promise(row.group(1), proofs(row.group(2))))
                .toList();
    }

    private static List<Proof> proofs(String text) {
        return PROOF.matcher(text).results().map(proof -> new Proof(proof.group(1), found(NAME, proof.group(2)))).toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static Path target(String link) {
        return Path.of("..", "docs").resolve(link).normalize();
    }
}
