// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Run;
import io.github.camelpersonalize.examples.setup.Summary;

/** The route at work on the sample files, until the last is done. */
final class Demo {

    private static final List<String> SAMPLES = List.of("attributes.csv", "audiences.jsonl", "events.csv", "events-app.jsonl");

    /** How many lines of the samples are definitions, good ones and bad ones. */
    private static final int LINES = 21;

    private final Path inbox;
    private final Map<String, String> overrides;
    private final Run run;

    /**
     * Puts the sample files into a folder.
     *
     * @param inbox
     *            the folder
     * @param service
     *            where the definitions go, as properties of the component
     * @param clock
     *            tells how long it took
     * @param out
     *            where people look
     */
    Demo(Path inbox, Map<String, String> service, Clock clock, PrintStream out) throws IOException {
        this.inbox = inbox;
        this.overrides = new HashMap<>(service);
        this.overrides.put("inbox", inbox.toString());
        this.run = new Run(clock, out);
        for (String sample : SAMPLES) {
            try (InputStream lines = Demo.class.getResourceAsStream("/samples/" + sample)) {
                Files.copy(lines, inbox.resolve(sample));
            }
        }
    }

    /** Reads all files, and sums up what became of their lines. */
    Summary run() throws Exception {
        try (Connector connector = run.start(overrides, Verdict.STOPPED)) {
            connector.await(() -> filesLeft() == 0);
            return run.summary(LINES, "lines", "now in folder " + inbox.resolve(".errors"));
        }
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
