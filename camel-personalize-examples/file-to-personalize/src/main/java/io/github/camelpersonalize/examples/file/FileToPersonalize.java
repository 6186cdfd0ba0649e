// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
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
        if (!settings.hasService()) {
            try (PersonalizeEmulator emulator = PersonalizeEmulator.start()) {
                return demo ? demonstrate(emulator) : watch(settings, service(emulator));
            }
        }
        if (demo) {
            throw new IllegalStateException("inbox is not set, but a service is: the sample files of the demo are not for it. "
                    + "Set inbox too, or nothing of camel.component.personalize.*.");
        }
        return watch(settings, Map.of());
    }

    private static boolean demonstrate(PersonalizeEmulator emulator) throws Exception {
        PrintStream out = System.out;
        Path inbox = Files.createTempDirectory("file-to-personalize-");
        out.printf("""

                Lines of CSV and JSON-lines files become definitions in Contentstack Personalize.

                Files    %s
                Service  %s   (emulator, in this process; watch it in a browser)

                """, inbox, emulator.baseUrl());
        List<FileTally> files = new Demo(inbox, service(emulator), Clock.systemUTC(), out).run();
        out.printf("The files are in %s, the refused lines in %s.%n", inbox.resolve(".done"), inbox.resolve(".errors"));
        return files.size() == Demo.SAMPLES.size();
    }

    private static boolean watch(Settings settings, Map<String, String> service) throws Exception {
        LOG.info("Watching {}. Stop with Ctrl-C.", Path.of(settings.required("inbox")).toAbsolutePath());
        try (Connector connector = new Connector(service, Clock.systemUTC(), LOG::info, file -> LOG.info("{}", file))) {
            connector.run();
            return !connector.isStopped();
        }
    }

    /** The emulator as properties of the component. */
    static Map<String, String> service(PersonalizeEmulator emulator) {
        return Map.of("camel.component.personalize.base-url", emulator.baseUrl(), "camel.component.personalize.authtoken",
                emulator.authtoken(), "camel.component.personalize.project-uid", "demo");
    }
}
