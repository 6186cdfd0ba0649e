// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes out of a text what does not belong into an issue: configured secrets and uids, all other uids, and addresses of people. */
final class Masks implements UnaryOperator<String> {

    private static final Pattern UID = Pattern.compile("\\b(blt|cs)[0-9a-f]{8,}\\b|\\b[0-9a-f]{32}\\b|\\b[0-9a-f]{24}\\b");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");

    private final List<String> secrets;

    /**
     * Masks of a configuration.
     *
     * @param secrets
     *            texts that no report may have
     */
    Masks(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    }

    @Override
    public String apply(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "…");
        }
        return ADDRESS.matcher(UID.matcher(masked).replaceAll("<uid>")).replaceAll("<address>");
    }
}
