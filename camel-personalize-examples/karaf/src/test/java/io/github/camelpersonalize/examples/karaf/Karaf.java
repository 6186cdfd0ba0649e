// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Karaf in a process of its own, on free ports of the loopback. Its folders are new with each start, in {@code target/karaf}; the distribution stays as it
 * is. It finds bundles in the distribution's folder {@code system}, and has no repository beside that.
 */
final class Karaf implements AutoCloseable {

    private static final long STOP_SECONDS = 20;

    private final Path home = Path.of(System.getProperty("karaf.home"));
    private final Path base = Path.of(System.getProperty("karaf.base"));
    private final String password = UUID.randomUUID().toString();
    private final int jmxPort = freePort();
    private final Thread atExit = new Thread(this::kill);
    private Process process;

    Karaf start(Map<String, String> environment) throws IOException {
        delete(base);
        delete(home.resolve("instances"));
        copy(home.resolve("etc"), etc());
        Files.createDirectories(base.resolve("deploy"));
        Files.createDirectories(data());
        append("users.properties",
                "karaf = " + password + ",_g_:admingroup\n_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh");
        append("org.apache.karaf.shell.cfg", "sshHost = 127.0.0.1\nsshPort = " + freePort());
        append("org.apache.karaf.management.cfg", "rmiRegistryPort = " + jmxPort + "\nrmiServerPort = " + freePort());
        append("org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories =\norg.ops4j.pax.url.mvn.localRepository = " + downloads());
        Files.writeString(etc().resolve("org.apache.karaf.features.xml"), FeaturesProcessing.of(home.resolve("system")));

        // As a daemon, the script becomes Karaf's JVM: there is one process to end.
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "daemon");
        builder.environment().remove("KARAF_HOME");
        builder.environment().putAll(Map.of("KARAF_BASE", base.toString(), "KARAF_ETC", etc().toString(), "KARAF_DATA", data().toString(),
                "JAVA_HOME", System.getProperty("java.home"), "JAVA_MAX_MEM", "512m"));
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(base.resolve("console.log").toFile()).start();
        Runtime.getRuntime().addShutdownHook(atExit);
        return this;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the distribution's own features are installed; before, Karaf may still start its management anew. */
    boolean isBooted() throws IOException {
        return log().contains("| Done.");
    }

    KarafManagement management() throws IOException {
        return KarafManagement.connect(jmxPort, "karaf", password);
    }

    Path etc() {
        return base.resolve("etc");
    }

    Path data() {
        return base.resolve("data");
    }

    /** Where Karaf would put what it downloads. */
    Path downloads() {
        return base.resolve("downloads");
    }

    String log() throws IOException {
        Path log = data().resolve("log/karaf.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            kill();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private void kill() {
        process.destroyForcibly();
    }

    /** Of two lines for the same key the later one counts. */
    private void append(String file, String lines) throws IOException {
        Files.writeString(etc().resolve(file), "\n" + lines + "\n", StandardOpenOption.APPEND);
    }

    /** Below the ports that systems give to clients: otherwise a connection of anybody may take it before Karaf does. */
    private static int freePort() {
        return ThreadLocalRandom.current().ints(20_000, 32_000).filter(Karaf::isFree).findFirst().getAsInt();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
