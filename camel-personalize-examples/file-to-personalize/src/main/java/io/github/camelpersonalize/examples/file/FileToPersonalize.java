// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import io.github.camelpersonalize.examples.setup.Example;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import io.github.camelpersonalize.examples.setup.Summary;

/** Lines of files become definitions in Personalize. Without {@code inbox}, a demo on sample files. */
public final class FileToPersonalize {

    private FileToPersonalize() {}

    /** Exits with 0 when every line of the demo was settled, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        Example.of("inbox", "Watching {{inbox}}").logging(Verdict.STOPPED).run(FileToPersonalize::demonstrate);
    }

    private static boolean demonstrate(Settings settings, Service service) throws Exception {
        Path inbox = Files.createTempDirectory("file-to-personalize-");
        System.out.printf("""

                Lines of CSV and JSON-lines files become definitions in Contentstack Personalize.

                Files    %s
                Service  %s   (emulator, in this process; watch it in a browser)

                """, inbox, service.emulator().baseUrl());
        Summary summary = new Demo(inbox, service.properties(), Clock.systemUTC(), System.out).run();
        System.out.printf("%n%s%n%n", summary);
        return summary.isComplete();
    }
}
