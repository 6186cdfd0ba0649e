// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param home its folder
 * @param version such as 17
 */
record Jdk(Path home, int version) {

    static final int VIRTUAL_THREADS = 21;

    /** The home of a JDK of Java 21 or newer. */
    private static final String OPTION = "benchmarks.java21";
    private static final List<String> FOLDERS = List.of("/usr/lib/jvm", "/opt/java", System.getProperty("user.home") + "/.jdks",
            System.getProperty("user.home") + "/.sdkman/candidates/java");

    static Jdk current() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** One with virtual threads: that of the option {@code benchmarks.java21}, this one, or one in the folders where JDKs usually are. */
    static Optional<Jdk> withVirtualThreads() {
        String option = System.getProperty(OPTION, "");
        if (!option.isEmpty()) {
            return Optional.of(at(Path.of(option)).orElseThrow(() -> new IllegalArgumentException(OPTION + " is no JDK: " + option)));
        }
        return Stream.concat(Stream.of(current()), FOLDERS.stream().flatMap(Jdk::in)).filter(jdk -> jdk.version() >= VIRTUAL_THREADS)
                .findFirst();
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    private static Stream<Jdk> in(String folder) {
        try (Stream<Path> homes = Files.list(Path.of(folder))) {
            return homes.flatMap(home -> at(home).stream()).sorted(Comparator.comparing(Jdk::version)).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Jdk> at(Path home) {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
    }
}
