// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

import org.apache.camel.impl.DefaultCamelContext;

/** A {@link Front} in a process of its own, which tells what it uses. */
final class FrontProcess {

    private FrontProcess() {}

    /**
     * Prints its port, and then, for each line that it reads, its platform threads and the MB of its stacks, of its heap, and of all its memory.
     *
     * @param args a front, the URL of the service, and the most requests a second
     */
    public static void main(String[] args) throws Exception {
        int port = freePort();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Front.valueOf(args[0]).addTo(context, port, args[1], Integer.parseInt(args[2]));
            context.start();
            System.out.println(port);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                int threads = ManagementFactory.getThreadMXBean().getThreadCount();
                double resident = Memory.resident();
                System.out.println(threads + " " + Memory.stacks() + " " + Memory.heap() + " " + resident);
            }
        }
        System.exit(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
