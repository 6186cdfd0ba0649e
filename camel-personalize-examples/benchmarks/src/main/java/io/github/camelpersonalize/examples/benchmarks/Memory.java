// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/** The memory of this process, in MB. */
final class Memory {

    private static final double BYTES = 1024.0 * 1024;
    private static final double KB = 1024.0;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern STACKS = Pattern.compile("\\(stack: reserved=\\d+KB, committed=(\\d+)KB");

    private Memory() {}

    /** What is reachable. */
    static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES;
    }

    /** What the system has given the process, of any kind. {@code NaN} where there is no {@code /proc}. */
    static double resident() throws IOException {
        return status("VmRSS");
    }

    /** The most that it has ever been. */
    static double mostResident() throws IOException {
        return status("VmHWM");
    }

    /** The stacks of all threads, as far as they were ever used. The JVM needs {@code -XX:NativeMemoryTracking=summary}. */
    static double stacks() throws JMException {
        Object report = ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "vmNativeMemory", new Object[]{new String[]{"summary"}}, new String[]{String[].class.getName()});
        Matcher stacks = STACKS.matcher(report.toString());
        return stacks.find() ? Long.parseLong(stacks.group(1)) / KB : Double.NaN;
    }

    private static double status(String name) throws IOException {
        if (!Files.exists(STATUS)) {
            return Double.NaN;
        }
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() / KB;
    }
}
