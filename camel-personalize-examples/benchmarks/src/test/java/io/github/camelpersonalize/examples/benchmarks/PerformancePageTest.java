// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PerformancePageTest {

    private static final String PAGE = """
            == Batches
            // batches: START
            // batches: END
            == Threads
            // threads: START
            old
            // threads: END
            """;

    @TempDir
    private Path folder;

    @Test
    void thePlaceOfAPartGetsItsCommandItsRowsAndItsGrids() throws Exception {
        Figures figures = new Figures(List.of(Row.atMost("requests", 1, 2).butFailsBeyond(3)),
                List.of(new Grid("Fronts", List.of("Front", "Threads", "ms"),
                        List.of(List.of("Jetty", "208", "1"), List.of("Vert.x", "none")))));

        String written = written(Part.batches, figures);

        assertThat(written.replaceAll("(?m) on .* cores, .*\\.$", " on a machine.")).isEqualTo("""
                == Batches
                // batches: START

                Measured by `./mvnw -q -Pdemo -Dbenchmarks.part=batches -pl :benchmarks -am verify` on a machine.

                [cols="5,1,2,1",options="header"]
                |===
                | What | Figure | Goal | The check fails beyond

                | requests | 2 | at most 1, not reached | 3
                |===

                .Fronts
                [cols="4,1,1",options="header"]
                |===
                | Front | Threads | ms

                | Jetty | 208 | 1
                | Vert.x 2+| none
                |===

                // batches: END
                == Threads
                // threads: START
                old
                // threads: END
                """);
    }

    @Test
    void otherPartsStay() throws Exception {
        assertThat(written(Part.threads, Figures.of(List.of()))).startsWith("""
                == Batches
                // batches: START
                // batches: END
                """).doesNotContain("old");
    }

    private String written(Part part, Figures figures) throws Exception {
        Path page = Files.writeString(folder.resolve("page.adoc"), PAGE);
        new PerformancePage(page).write(part, figures);
        return Files.readString(page);
    }
}
