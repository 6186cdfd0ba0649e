// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.management.UnixOperatingSystemMXBean;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;

/**
 * What the process holds on to.
 *
 * @param heap bytes in use after garbage collection
 * @param threads without those of the service, the senders, and whoever runs the test
 * @param files open ones, which connections are too
 * @param mbeans registered in the platform's server
 * @param endpoints of the CamelContext
 * @param entries of the component's own maps, collections and caches, by class and field
 */
record Footprint(long heap, List<String> threads, long files, int mbeans, int endpoints, Map<String, Long> entries) {

    private static final int COLLECTIONS = 4;
    /** How the names of threads begin that come and go for reasons of their own. */
    private static final List<String> OTHERS = List.of(ConstantService.THREADS, Workload.THREADS, "ForkJoinPool", "surefire", "Attach");

    static Footprint of(CamelContext context) {
        return new Footprint(usedHeap(), liveThreads(), openFiles(), ManagementFactory.getPlatformMBeanServer().getMBeanCount(),
                context.getEndpoints().size(), OwnEntries.of(roots(context)));
    }

    private static List<Object> roots(CamelContext context) {
        List<Object> roots = new ArrayList<>(List.of(context.hasComponent("personalize")));
        context.hasService((Service service) -> {
            roots.add(service);
            return false;
        });
        return roots;
    }

    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static List<String> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> OTHERS.stream().noneMatch(name::startsWith)).sorted().toList();
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
