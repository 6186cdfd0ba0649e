// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import io.github.camelpersonalize.emulator.http.Answer;

/** The page at {@code /} and what it is made of. It loads nothing from elsewhere, and its policy tells browsers so. */
final class Page {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Page() {}

    static Answer html() {
        return file("page.html", "text/html; charset=utf-8");
    }

    static Answer css() {
        return file("page.css", "text/css; charset=utf-8");
    }

    static Answer script() {
        return file("page.js", "text/javascript; charset=utf-8");
    }

    private static Answer file(String name, String type) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new Answer(200, Map.of("Content-Type", type, "Content-Security-Policy", POLICY, "Cache-Control", "no-cache",
                    "X-Content-Type-Options", "nosniff"), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
