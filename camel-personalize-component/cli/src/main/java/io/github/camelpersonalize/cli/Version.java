// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import picocli.CommandLine.IVersionProvider;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The version of this jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"personalize " + text()};
    }

    private static String text() {
        try (InputStream version = Version.class.getResourceAsStream("version.txt")) {
            return new String(version.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
