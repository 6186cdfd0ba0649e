// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.soak;

import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** However many messages have passed, nothing of them stays: memory, threads, connections, MBeans, endpoints, entries in maps. */
class SoakTest {

    private static final int MEGABYTE = 1024 * 1024;
    /** What pools may have open more than the last time. */
    private static final int SOME_CONNECTIONS = 10;
    /** The one bound in the component that takes long to reach. */
    /** Caches that hold as many entries as they may, one for each definition. */
    private static final Set<String> FULL = Set.of("RecentlyUsed.recent", "RecentlyUsed.earlier", "Kept.otherwise", "Kept.whole",
            "KeptStates.uids");
    /** Of two memories, or of the two ways in which one of them has a definition. */
    private static final long MAX_ENTRIES = 20_000;

    @Test
    void thousandsOfExchangesLeaveNoThreadConnectionMBeanOrEndpointBehind() throws Exception {
        try (Workload workload = new Workload()) {
            workload.run(300);
            Footprint before = Footprint.of(workload.context());
            int failed = workload.run(2000);
            assertNothingGrew(before, Footprint.of(workload.context()));
            assertThat(failed).isBetween(200, 250);
        }
    }

    @Test
    @Tag("soak")
    void aHundredThousandExchangesLeaveNothingBehind() throws Exception {
        try (Workload workload = new Workload()) {
            workload.run(40_000);
            Footprint before = Footprint.of(workload.context());
            workload.run(100_000);
            Footprint after = Footprint.of(workload.context());
            System.out.println("before " + before + "\nafter  " + after);
            assertNothingGrew(before, after);
            assertThat(after.heap() - before.heap()).as("growth of the heap").isLessThan(2 * MEGABYTE);
        }
    }

    private static void assertNothingGrew(Footprint before, Footprint after) {
        assertThat(after.threads()).as("threads").hasSizeLessThanOrEqualTo(before.threads().size());
        assertThat(after.files()).as("open files").isLessThanOrEqualTo(before.files() + SOME_CONNECTIONS);
        assertThat(after.mbeans()).as("MBeans").isLessThanOrEqualTo(before.mbeans());
        assertThat(after.endpoints()).as("endpoints").isLessThanOrEqualTo(before.endpoints());
        after.entries().forEach((field, entries) -> assertThat(entries).as("entries of " + field)
                .isLessThanOrEqualTo(FULL.contains(field) ? MAX_ENTRIES : before.entries().getOrDefault(field, 0L)));
        assertThat(after.entries()).containsKeys("RecentlyUsed.recent", "KeptStates.uids");
    }
}
