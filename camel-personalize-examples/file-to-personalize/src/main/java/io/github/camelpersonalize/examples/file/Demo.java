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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The route at work on the sample files, until the last is done. */
final class Demo {

    static final List<String> SAMPLES = List.of("attributes.csv", "audiences.jsonl", "events.csv", "events-app.jsonl");

    private final PrintStream out;
    private final Connector connector;
    private final Queue<FileTally> files = new ConcurrentLinkedQueue<>();

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
        this.out = out;
        for (String sample : SAMPLES) {
            try (InputStream lines = Demo.class.getResourceAsStream("/samples/" + sample)) {
                Files.copy(lines, inbox.resolve(sample));
            }
        }
        Map<String, String> overrides = new HashMap<>(service);
        overrides.put("inbox", inbox.toString());
        this.connector = new Connector(overrides, clock, out::println, this::note);
    }

    /** Reads all files; gives back what became of each. */
    List<FileTally> run() throws Exception {
        try (connector) {
            connector.run();
        }
        return List.copyOf(files);
    }

    private void note(FileTally file) {
        files.add(file);
        out.printf("%n%s%n%n", file);
        if (files.size() == SAMPLES.size()) {
            connector.finish();
        }
    }
}
