// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.livecheck;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;

/** Tries on a scratch project what is known of the live service. */
public final class LiveCheck {

    /** No point is refuted, and nothing is left in the project. */
    static final int GOOD = 0;
    /** A point is refuted, or something is left in the project. */
    static final int REFUTED = 1;
    /** The command could not run, or not to its end. */
    static final int NOT_RUN = 2;

    private final Scratch scratch;
    private final Map<String, String> overrides;
    private final PrintWriter out;

    /**
     * @param overrides
     *            properties that win over all others
     * @param out
     *            where people look
     */
    LiveCheck(Scratch scratch, Map<String, String> overrides, PrintWriter out) {
        this.scratch = scratch;
        this.overrides = overrides;
        this.out = out;
    }

    /** {@code run} tries everything, {@code clean} only deletes what an earlier run has left. Exits with the code of the run. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.load();
        Scratch scratch = new Scratch(settings::value, System.getenv());
        // Without a project, the setup of the examples would start an emulator.
        Map<String, String> overrides = scratch.refusal().isPresent() ? Map.of() : Service.of(settings).properties();
        System.exit(new LiveCheck(scratch, overrides, new PrintWriter(System.out, true)).execute(args.length == 0 ? "run" : args[0]));
    }

    /** Executes a command. Answers the exit code. */
    int execute(String command) throws Exception {
        Optional<String> refusal = List.of("run", "clean").contains(command)
                ? scratch.refusal()
                : Optional.of("\"" + command + "\" is no command; use run or clean.");
        if (refusal.isPresent()) {
            out.println(refusal.get());
            return NOT_RUN;
        }
        try (Connector camel = new Connector(overrides).start()) {
            return execute(command, camel);
        } catch (StoppedException | IllegalArgumentException e) {
            out.println(scratch.masks().apply(e.getMessage()));
            return NOT_RUN;
        }
    }

    private int execute(String command, Connector camel) throws Exception {
        Names names = new Names(property(camel, "name.prefix"), HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        Calls calls = new Calls(camel.context());
        Check check = new Check(calls, names, new Findings(scratch.masks()), Clock.systemUTC());
        try (Cleanup cleanup = new Cleanup(calls, check, out)) {
            int code = command.equals("clean") ? clean(check) : run(check, Path.of(property(camel, "report.file")));
            cleanup.isNeedless();
            return code;
        }
    }

    private int run(Check check, Path file) throws Exception {
        Report report = check.run(scratch.service(), scratch.allowsOthers());
        Files.writeString(file, report.toJson());
        out.println(report.toText());
        out.println("The report is in " + file + ".");
        return report.isGood() ? GOOD : REFUTED;
    }

    private int clean(Check check) {
        List<String> left = check.clean();
        out.println(left.isEmpty() ? "Nothing of this command is left." : "Left: " + left);
        return left.isEmpty() ? GOOD : REFUTED;
    }

    private static String property(Connector camel, String name) {
        return camel.context().resolvePropertyPlaceholders("{{" + name + "}}");
    }
}
