// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import picocli.CommandLine;

/** The commands as a team would use them, on a copy of the sample folder. */
final class Demo {

    private static final String MANIFESTS = "manifests";
    private static final List<String> FILES = List.of("attributes.yaml", "audiences.yaml", "events.yaml", "experiences.yaml");

    private final Path folder;
    private final PersonalizeEmulator emulator;
    private final PrintWriter out;
    private final CommandLine commands;
    private final List<Boolean> asExpected = new ArrayList<>();

    /**
     * @param folder
     *            an empty folder to work in
     * @param service
     *            how the emulator is reached, as properties of the component
     */
    Demo(Path folder, PersonalizeEmulator emulator, Map<String, String> service, PrintWriter out) {
        this.folder = folder;
        this.emulator = emulator;
        this.out = out;
        this.commands = Commands.line(() -> service).setOut(out).setErr(out);
    }

    /** Whether every command ended as it should. */
    boolean run() throws IOException {
        Files.createDirectory(folder.resolve(MANIFESTS));
        for (String file : FILES) {
            try (InputStream sample = Demo.class.getResourceAsStream("/" + MANIFESTS + "/" + file)) {
                Files.copy(sample, folder.resolve(MANIFESTS).resolve(file));
            }
        }
        say("Somebody opens a pull request with four files. The project is empty.");
        expect(PlanCommand.CHANGES, "plan", MANIFESTS, "--markdown", "plan.md", "--html", "plan.html");
        say("The pull request is merged.");
        expect(0, "apply", MANIFESTS);
        edit("audiences.yaml", "value: 18", "value: 21");
        edit("attributes.yaml", "  - {key: shoe_size, name: Shoe size, data_type: number}\n", "");
        say("In the next one, wine is for people of 21, and nobody asks for shoe sizes any more.");
        expect(PlanCommand.CHANGES, "plan", MANIFESTS, "--prune", "owned", "--json", "plan.json");
        say("It is merged too, and that very plan is carried out.");
        expect(0, "apply", "plan.json", "--prune", "owned");
        say("Applied once more, nothing is left to do.");
        long writes = writes();
        expect(0, "apply", MANIFESTS, "--prune", "owned");
        expect(PlanCommand.NOTHING_TO_DO, "plan", MANIFESTS, "--prune", "owned");
        out.printf("%nOf the last two commands, %d requests were writes. The files are in %s.%n", writes() - writes, folder);
        return !asExpected.contains(false) && writes() == writes;
    }

    private void say(String what) {
        out.printf("%n# %s%n", what);
    }

    private void expect(int code, String... args) {
        out.printf("%n$ project-as-code %s%n%n", String.join(" ", args));
        String[] here = Stream.concat(Stream.of(args).map(this::inFolder), Stream.of("--ledger", folder.resolve(".ledger").toString()))
                .toArray(String[]::new);
        int exit = commands.execute(here);
        out.printf("%n[exit code %d]%n", exit);
        asExpected.add(exit == code);
    }

    /** Files are named as if the folder were the working directory. */
    private String inFolder(String arg) {
        return arg.equals(MANIFESTS) || arg.startsWith("plan.") ? folder.resolve(arg).toString() : arg;
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
