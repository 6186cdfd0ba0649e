// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Three figures of the page about performance stand in the README, too. */
class PerformancePageTest {

    private static final List<String> SHOWN = List.of("create, 1 in flight: throughput of the route written by hand",
            "create: bytes allocated", "create by the route written by hand: bytes allocated");

    @Test
    void theReadmeHasFiguresOfThePage() {
        String page = Page.read("docs/performance.adoc").text();
        String rows = SHOWN.stream().map(what -> "| " + what + " | " + figure(page, what) + " |\n").collect(Collectors.joining());

        Page.read(Page.README).with("performance", "| What | Figure |\n| --- | ---: |\n" + rows).requireInStep(PerformancePageTest.class);
    }

    private static String figure(String page, String what) {
        List<String> lines = page.lines().filter(line -> line.startsWith("| " + what + " | ")).toList();
        assertThat(lines).as("lines of the figure \"%s\"", what).hasSize(1);
        return lines.get(0).split(" \\| ")[1];
    }
}
