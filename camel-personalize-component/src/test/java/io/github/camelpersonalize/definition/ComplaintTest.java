// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class ComplaintTest {

    private static final Set<String> KNOWN = Set.of("name", "rules", "description");

    @Test
    void aMistypedMemberIsProbablyMeant() {
        assertThat(missing("{'nmae': 1, 'other': 2}", "name", KNOWN)).isEqualTo("is missing; rename the member \"nmae\"");
    }

    @Test
    void aMemberThatIsRequiredItselfIsNotMeant() {
        assertThat(Complaint.missing(json("{\"name\": 1}"), "names", json("[\"names\", \"name\"]"), Set.of())).isEqualTo("is missing");
    }

    @Test
    void aByteOrderMarkBeforeTheNameIsTold() {
        assertThat(missing("{'\uFEFFname': 1, 'nmae': 1}", "name", KNOWN)).isEqualTo(
                "is missing; before its name stands a byte order mark, the first character of the file: read the file without it");
    }

    @Test
    void unknownMembersAreToldWithTheLastThatIsMissing() {
        String body = "{'aaaa': 1, 'description': 2, 'bbbb': 3}";

        assertThat(missing(body, "name", KNOWN)).isEqualTo("is missing");
        assertThat(missing(body, "rules", KNOWN)).isEqualTo("is missing; there is instead \"aaaa\", \"bbbb\"");
        assertThat(missing("{'rules': 1, 'aaaa': 1}", "name", KNOWN)).isEqualTo("is missing; there is instead \"aaaa\"");
        assertThat(missing("{'description': 1}", "rules", KNOWN)).isEqualTo("is missing");
        assertThat(missing(body, "rules", Set.of())).isEqualTo("is missing");
    }

    @Test
    void fiveUnknownMembersAreToldAtMost() {
        assertThat(missing("{'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1}", "rules", KNOWN))
                .isEqualTo("is missing; there is instead \"a\", \"b\", \"c\", \"d\", \"e\"");
        assertThat(missing("{'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1, 'f': 1, 'g': 1}", "rules", KNOWN))
                .isEqualTo("is missing; there is instead \"a\", \"b\", \"c\", \"d\", \"e\" and 2 more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"ADN\" | \"ADN\" (did you mean \"AND\"?)", "\"neither\" | \"neither\"",
            "7 | 7",
            "null | null", "{} | an object", "[] | an array"})
    void aValueThatIsNotAllowedIsShown(String value, String shown) {
        assertThat(Complaint.noneOf(json("[\"AND\", \"OR\"]"), json(value))).isEqualTo("must be one of AND, OR; it is " + shown);
    }

    private static String missing(String object, String name, Set<String> known) {
        return Complaint.missing(json(object.replace('\'', '"')), name, json("[\"name\", \"rules\"]"), known);
    }
}
