// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines of files become definitions in Personalize. With {@code inbox} set, until it is stopped; else as a demo on sample files. */
public final class FileToPersonalize {

    private static final Logger LOG = LoggerFactory.getLogger(FileToPersonalize.class);

    private FileToPersonalize() {}

    /** Exits with 0 when every line of the demo was settled, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        System.exit(run(Settings.load()) ? 0 : 1);
    }

    private static boolean run(Settings settings) throws Exception {
        boolean demo = settings.value("inbox").isEmpty();
        try (Service service = demo ? Service.forDemo(settings, "inbox") : Service.of(settings)) {
            return demo ? demonstrate(service) : watch(settings, service);
        }
    }

    private static boolean demonstrate(Service service) throws Exception {
        PrintStream out = System.out;
        Path inbox = Files.createTempDirectory("file-to-personalize-");
        out.printf("""

                Lines of CSV and JSON-lines files become definitions in Contentstack Personalize.

                Files    %s
                Service  %s   (emulator, in this process; watch it in a browser)

                """, inbox, service.emulator().baseUrl());
        List<FileTally> files = new Demo(inbox, service.properties(), Clock.systemUTC(), out).run();
        out.printf("The files are in %s, the refused lines in %s.%n", inbox.resolve(".done"), inbox.resolve(".errors"));
        return files.size() == Demo.SAMPLES.size();
    }

    private static boolean watch(Settings settings, Service service) throws Exception {
        LOG.info("Watching {}. Stop with Ctrl-C.", Path.of(settings.required("inbox")).toAbsolutePath());
        try (Connector connector = new Connector(service.properties(), Clock.systemUTC(), LOG::info, file -> LOG.info("{}", file))) {
            connector.run();
            return !connector.isStopped();
        }
    }
}
