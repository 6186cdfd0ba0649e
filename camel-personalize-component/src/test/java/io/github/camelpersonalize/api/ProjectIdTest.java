// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProjectIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://gateway.example.com/a/b", "https://gateway.example.com/a/b/", "https://gateway.example.com/a/b//",
            "HTTPS://Gateway.Example.COM/a/b", "https://gateway.example.com:443/a/b", "https://gateway.example.com:0443/a/b",
            "https://gateway.example.com:/a/b", "https://gateway.example.com./a/b", "https://gateway.example.com//a///b",
            "https://gateway.example.com/a/./b", "https://gateway.example.com/a/c/../b/", "https://gateway.example.com/../../a/b",
            "https://gateway.example.com/a/%62", "https://gateway.example.com/%61/c/%2e%2E/b", "https://gateway.example.com/%2E./a/b/."})
    void F74_theSpellingsOfOneServiceAreOneIdentity(String spelling) {
        assertThat(id(spelling)).isEqualTo(id("https://gateway.example.com/a/b"))
                .hasToString("ProjectId[service=https://gateway.example.com/a/b, uid=p1]");
    }

    @ParameterizedTest
    @CsvSource({"https://h.example, https://h.example", "https://h.example/, https://h.example", "https://h.example/.., https://h.example",
            "http://h.example:80, http://h.example", "http://h.example:443, http://h.example:443",
            "https://h.example:80/, https://h.example:80", "http://[::1]:8080/, http://[::1]:8080",
            "https://h.example/%c3%9f%3a/x%2fy, https://h.example/%C3%9F%3A/x%2Fy", "https://h.example/%7Euser, https://h.example/~user",
            "https://h.example/..a/b.., https://h.example/..a/b..", "https://h.example/$1/%24, https://h.example/$1/%24"})
    void F74_anAddressHasOneSpelling(String spelling, String only) {
        assertThat(id(spelling).service()).hasToString(only);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h.example/a", "https://g.example/a", "https://h.example:8443/a", "https://h.example",
            "https://h.example/A",
            "https://h.example/a/b", "https://h.example/b", "https://h.example/%2Fa"})
    void F74_anotherSchemeHostPortOrPathIsAnotherService(String other) {
        assertThat(id(other)).isNotEqualTo(id("https://h.example/a"));
    }

    @ParameterizedTest
    @EnumSource
    void F74_aRegionAndItsBaseUrlAreOneService(Region region) {
        assertThat(id(region.baseUrl().toString().toUpperCase() + ":443/")).isEqualTo(id(region.baseUrl().toString()));
        assertThat(id(region.baseUrl().toString()).service()).isEqualTo(region.baseUrl());
    }

    @Test
    void F74_uidsAreComparedAsTheyAre() {
        assertThat(id("https://h.example").withUid("P1")).isNotEqualTo(id("https://h.example"))
                .isEqualTo(new ProjectId(URI.create("https://h.example/"), "P1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "ä"})
    void aUidThatNoHeaderCanCarryIsRejected(String uid) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> id("https://h.example").withUid(uid))
                .withMessage("1 to 128 visible ASCII characters without spaces");
    }

    @Test
    void aUidThatAHeaderCanCarryIsAccepted() {
        assertThat(ProjectId.isLegalUid("!~")).isTrue();
        assertThat(ProjectId.isLegalUid("a".repeat(128))).isTrue();
        assertThat(ProjectId.isLegalUid("a".repeat(129))).isFalse();
        assertThat(ProjectId.isLegalUid("\u007f")).isFalse();
        assertThat(ProjectId.isLegalUid(null)).isFalse();
    }

    @Test
    void projectsAreOrderedByUidAndThenByService() {
        ProjectId first = new ProjectId(URI.create("https://b.example"), "p1");
        ProjectId second = new ProjectId(URI.create("https://c.example"), "p1");
        ProjectId third = new ProjectId(URI.create("https://a.example"), "p2");

        assertThat(Stream.of(third, second, first).sorted()).containsExactly(first, second, third);
        assertThat(first).isEqualByComparingTo(new ProjectId(URI.create("https://b.example"), "p1"));
    }

    private static ProjectId id(String service) {
        return new ProjectId(URI.create(service), "p1");
    }
}
