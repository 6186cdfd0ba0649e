// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * Starts JVMs with this JVM's class path, with as little to load and to compile as can be, for they do not live long: the classes of the first one
 * are kept in an archive for those that follow, which halves their start.
 */
final class Java {

    private final Path archive;
    private final String classPath;

    /** @param folder is for the archive, and for jars in the places of folders, of which there is no archive */
    Java(Path folder) {
        this.archive = folder.resolve("classes.jsa");
        this.classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank()).map(Path::of).filter(Files::exists)
                .map(path -> Files.isDirectory(path) ? jar(path, folder) : path).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts the class's main method. What it writes to its standard error is found in that of this JVM. */
    ProcessBuilder command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static Path jar(Path classes, Path folder) {
        Path jar = folder.resolve(Integer.toHexString(classes.hashCode()) + ".jar");
        ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--no-compress", "--file", jar.toString(), "-C",
                classes.toString(), ".");
        return jar;
    }
}
