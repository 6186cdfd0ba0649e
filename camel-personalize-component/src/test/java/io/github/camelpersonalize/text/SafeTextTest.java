// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SafeTextTest {

    private final SafeText safe = new SafeText("S3cret/Token", null, "short");

    @Test
    void secretsAreMaskedInAnyCaseAndAsAFormEncodesThem() {
        assertThat(safe.of("S3cret/Token s3cret/token S3cret%2FToken")).isEqualTo("*** *** ***");
    }

    @Test
    void aLongPartOfASecretIsMaskedToo() {
        assertThat(safe.of("S3cret/Tok… Token cret/tok")).isEqualTo("***… Token ***");
    }

    @Test
    void anOrdinaryWordIsNoPartOfASecret() {
        assertThat(new SafeText("emulator-authtoken").of("the authtoken emulator-auth of emulator"))
                .isEqualTo("the authtoken *** of emulator");
    }

    @Test
    void aShortSecretGuardsNothing() {
        assertThat(safe.of("a short text")).isEqualTo("a short text");
        assertThat(new SafeText("secre", "secret").of("secre secret")).isEqualTo("secre ***");
    }

    @Test
    void markupAndLineBreaksAreRemovedAndCharactersThatCannotBeSeenAreWritten() {
        assertThat(safe.of("<p>a\u001b[31m</p>\r\n<script>x()</script> b")).isEqualTo("a\\u001b[31m b");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(safe.of("x".repeat(600))).isEqualTo("x".repeat(512) + "…");
        assertThat(safe.of("abcd", 3)).isEqualTo("abc…");
        assertThat(safe.of("x".repeat(511) + "🚀")).isEqualTo("x".repeat(511) + "…");
    }

    @Test
    void aBodyIsReadAsUtf8AndOfAHugeOneOnlyTheBeginning() {
        byte[] body = ("Größe" + " ".repeat(64 * 1024) + "end").getBytes(StandardCharsets.UTF_8);

        assertThat(safe.of("Größe".getBytes(StandardCharsets.UTF_8))).isEqualTo("Größe");
        assertThat(safe.of(body)).isEqualTo("Größe");
        assertThat(safe.of(" ".repeat(64 * 1024 - 1) + "ab")).isEqualTo("a");
    }
}
