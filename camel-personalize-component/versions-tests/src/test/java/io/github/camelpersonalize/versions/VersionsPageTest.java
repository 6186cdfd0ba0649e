// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The table of results is kept by the runs alone. */
class VersionsPageTest {

    private static final String EMPTY = """
            = Versions

            // results: START
            // results: END

            More.
            """;

    private static final String TWO = """
            = Versions

            // results: START
            [cols="1,1,1,1",options="header"]
            |===
            | Camel | Java | Tests | Failures

            | 4.9.0 | 17.0.15 | 400 | 0
            | 4.22.0 | 25.0.1 | 390 | 2
            |===
            // results: END

            More.
            """;

    @Test
    void resultsAreInTheOrderOfTheirVersions() {
        VersionsPage page = VersionsPage.of(EMPTY).with(new Result("4.22.0", "25.0.1", 390, 2))
                .with(new Result("4.9.0", "17.0.15", 400, 0));

        assertThat(page.text()).isEqualTo(TWO);
    }

    @Test
    void aRunReplacesTheResultOfTheSameCamelAndJava() {
        VersionsPage page = VersionsPage.of(TWO).with(new Result("4.22.0", "25.0.3", 391, 0));

        assertThat(page.text()).isEqualTo(TWO.replace("25.0.1 | 390 | 2", "25.0.3 | 391 | 0"));
    }

    @Test
    void anotherJavaIsAResultOfItsOwn() {
        VersionsPage page = VersionsPage.of(TWO).with(new Result("4.22.0", "17.0.15", 391, 0));

        assertThat(page.results()).extracting(Result::row).containsExactly("| 4.9.0 | 17.0.15 | 400 | 0",
                "| 4.22.0 | 17.0.15 | 391 | 0", "| 4.22.0 | 25.0.1 | 390 | 2");
    }

    @Test
    void aPageWithoutAPlaceForTheTableIsAnError() {
        assertThatThrownBy(() -> VersionsPage.of("= Versions\n")).hasMessage("The page has no line \"// results: START\" with a line "
                + "\"// results: END\" below it: put both where the table of results belongs");
    }
}
