// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;

/**
 * What of the heap was in use after the last garbage collection: what is needed, with what a small collection leaves for a large one, and without
 * what just lies about.
 */
final class Heap {

    private static final long MEGABYTE = 1024 * 1024;

    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
    private long peak;

    /** Looks at it, and remembers the most. In megabytes; 0 before the first collection. */
    long look() {
        long used = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream().map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull).max(Comparator.comparingLong(GcInfo::getEndTime)).map(this::used).orElse(0L) / MEGABYTE;
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

    private long used(GcInfo last) {
        return last.getMemoryUsageAfterGc().entrySet().stream().filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed()).sum();
    }
}
