// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;

/** What of the heap is in use after garbage collections: what is needed, and not what happens to lie about. */
final class Heap {

    private static final long MEGABYTE = 1024 * 1024;

    private long peak;

    /** Looks at it, and remembers the most. */
    long look() {
        long used = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage).filter(Objects::nonNull).mapToLong(MemoryUsage::getUsed).sum() / MEGABYTE;
        peak = Math.max(peak, used);
        return used;
    }

    /** The most that was seen, in megabytes. */
    long peak() {
        return peak;
    }

    /** What it may grow to, in megabytes. */
    static long bound() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }
}
