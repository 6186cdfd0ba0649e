// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.cli.Personalize;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;

/** The command line as a team would use it, on a copy of the sample folder, against an emulator in this process. */
public final class Demo {

    private static final int CHANGES = 2;
    private static final String MANIFESTS = "manifests";
    private static final List<String> FILES = List.of("attributes.yaml", "audiences.yaml", "events.yaml", "experiences.yaml");

    private final Path folder;
    private final PersonalizeEmulator emulator;
    private final PrintStream out;
    private final List<Boolean> asExpected = new ArrayList<>();

    /**
     * @param folder
     *            an empty folder to work in
     */
    Demo(Path folder, PersonalizeEmulator emulator, PrintStream out) {
        this.folder = folder;
        this.emulator = emulator;
        this.out = out;
    }

    /** Exits with 0 when every command ended as it should. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("project-as-code-");
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0))) {
            System.out.printf("""

                    A project of Contentstack Personalize is what the files of a folder say.

                    Folder   %s
                    Service  %s   (emulator, in this process; watch it in a browser)
                    """, folder, emulator.baseUrl());
            System.exit(new Demo(folder, emulator, System.out).run() ? 0 : 1);
        }
    }

    /** Whether every command ended as it should. */
    boolean run() throws Exception {
        Files.createDirectory(folder.resolve(MANIFESTS));
        for (String file : FILES) {
            try (InputStream sample = Demo.class.getResourceAsStream("/" + MANIFESTS + "/" + file)) {
                Files.copy(sample, folder.resolve(MANIFESTS).resolve(file));
            }
        }
        say("Somebody opens a pull request with four files. The project is empty.");
        expect(0, "validate", MANIFESTS);
        expect(CHANGES, "plan", MANIFESTS, "--markdown", "plan.md", "--html", "plan.html");
        say("The pull request is merged.");
        expect(0, "apply", MANIFESTS);
        edit("audiences.yaml", "value: 18", "value: 21");
        edit("attributes.yaml", "  - {key: shoe_size, name: Shoe size, data_type: number}\n", "");
        say("In the next one, wine is for people of 21, and nobody asks for shoe sizes any more.");
        expect(CHANGES, "plan", MANIFESTS, "--prune", "owned", "--json", "plan.json");
        say("It is merged too, and that very plan is carried out.");
        expect(0, "apply", "plan.json", "--prune", "owned", "--yes");
        say("Applied once more, nothing is left to do.");
        long writes = writes();
        expect(0, "apply", MANIFESTS, "--prune", "owned", "--yes");
        expect(0, "plan", MANIFESTS, "--prune", "owned");
        out.printf("%nOf the last two commands, %d requests were writes. The files are in %s.%n", writes() - writes, folder);
        return !asExpected.contains(false) && writes() == writes;
    }

    private void say(String what) {
        out.printf("%n# %s%n", what);
    }

    /** In a process of its own, as people start it. */
    private void expect(int code, String... args) throws Exception {
        out.printf("%n$ personalize %s%n%n", String.join(" ", args));
        ProcessBuilder command = new ProcessBuilder(
                Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), Personalize.class.getName()), Stream.of(args)).toList());
        command.directory(folder.toFile()).redirectErrorStream(true);
        command.environment().put("CAMEL_COMPONENT_PERSONALIZE_BASE_URL", emulator.baseUrl());
        command.environment().put("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", emulator.authtoken());
        command.environment().put("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "demo");
        Process process = command.start();
        process.getInputStream().transferTo(out);
        int exit = process.waitFor();
        out.printf("%n[exit code %d]%n", exit);
        asExpected.add(exit == code);
    }

    private void edit(String file, String before, String after) throws IOException {
        Path path = folder.resolve(MANIFESTS).resolve(file);
        Files.writeString(path, Files.readString(path).replace(before, after));
    }

    private long writes() {
        return emulator.requestCounts().entrySet().stream().filter(entry -> !entry.getKey().startsWith("GET "))
                .mapToLong(entry -> entry.getValue()).sum();
    }
}
