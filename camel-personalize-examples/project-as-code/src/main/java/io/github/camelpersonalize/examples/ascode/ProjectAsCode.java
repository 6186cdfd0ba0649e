// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;

/** A Personalize project is kept as files in Git. Without arguments and without a project, it shows itself at work. */
public final class ProjectAsCode {

    private static final String PROJECT = "camel.component.personalize.project-uid";

    private ProjectAsCode() {}

    /** Exits with the code of the command. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.load();
        System.exit(args.length == 0 ? demonstrate(settings) : Commands.line(() -> service(settings)).execute(args));
    }

    private static Map<String, String> service(Settings settings) {
        settings.required(PROJECT);
        return Service.of(settings).properties();
    }

    private static int demonstrate(Settings settings) throws Exception {
        Path folder = Files.createTempDirectory("project-as-code-");
        try (Service service = Service.forDemo(settings, "an argument, such as plan,")) {
            PrintWriter out = new PrintWriter(System.out, true);
            out.printf("""

                    A project of Contentstack Personalize is what the files of a folder say.

                    Folder   %s
                    Service  %s   (emulator, in this process; watch it in a browser)
                    """, folder, service.emulator().baseUrl());
            return new Demo(folder, service.emulator(), service.properties(), out).run() ? 0 : 1;
        }
    }
}
