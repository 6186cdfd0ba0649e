// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.versions.VersionTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.batch.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

/** Which version of which definition a record is about. */
class VersionTargetReaderTest {

    private static final RecordRules EXPERIENCES = Records.rules(Resource.experiences, Dialect.LIVE);
    private static final String NONE = "NO_TARGET no experience is named: set a header, or send a body with a uid or name";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
               | {'name': 'A'}                               |    | key A
               | {'name': 'A', 'uid': 'e1'}                  |    | uid e1 key A (of the body)
               | {'experienceUid': 'e1'}                     |    | uid e1 (of the body)
               | {'experienceUid': 'e1', 'uid': 'v1'}        |    | uid e1 (of the body), version v1
               | {'experienceUid': 'e1', 'uid': null}        |    | uid e1 (of the body)
               | {'experienceUid': 'e1', 'uid': 'v1'}        | v2 | uid e1 (of the body), version v2
            v3 | {'experienceUid': 'e1', 'uid': 'v1'}        | v2 | uid e1 (of the body), version v3
               | {'name': 'A'}                               | v2 | key A, version v2
            """)
    void aBodyWithoutANameIsAVersionAndWhatStandsBesideItGoesBeforeIt(String option, String body, String beside, String target) {
        assertThat(target(EXPERIENCES.aimedAt(null, null, option), record(body, null, null, beside, EarlierSteps.NONE))).isEqualTo(target);
    }

    @Test
    void withoutABodyTheDefinitionMustBeNamedBesideIt() {
        assertThat(target(EXPERIENCES, record(null, "e1", null, "v1", EarlierSteps.NONE))).isEqualTo("uid e1, version v1");
        assertThat(target(EXPERIENCES, record(null, null, null, "v1", EarlierSteps.NONE))).isEqualTo(NONE);
    }

    @Test
    void aVersionThatDoesNotTellItsDefinitionOrIsNoObjectNamesNone() {
        assertThat(target(EXPERIENCES, record("{'uid': 'v1'}"))).isEqualTo(NONE);
        assertThat(target(EXPERIENCES, record("['v1']"))).isEqualTo(NONE);
    }

    @Test
    void aUidThatIsNotLegalIsRefused() {
        String why = " is not legal: a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots";
        InputRecord version = record("{'experienceUid': 'e1', 'uid': '..'}");

        assertThat(target(EXPERIENCES, version)).isEqualTo("NO_TARGET the body's uid" + why);
        assertThat(target(EXPERIENCES.aimedAt(null, null, "a/b"), version)).isEqualTo("NO_TARGET the option versionUid" + why);
        assertThat(target(EXPERIENCES, record("{'experienceUid': 'e1'}", null, null, "a/b", EarlierSteps.NONE)))
                .isEqualTo("NO_TARGET the header Version" + why);
    }

    @Test
    void aVersionOfAnotherProjectNamesNoneHere() {
        EarlierSteps earlier = EarlierSteps.of(null, "project \"p2\"", false);

        assertThat(target(EXPERIENCES, record("{'experienceUid': 'e1', 'uid': 'v1'}", null, "A", null, earlier)))
                .isEqualTo("NO_TARGET the body's uid is that of project \"p2\"; here it names no version");
    }

    private static String target(RecordRules rules, InputRecord item) {
        return new VersionTargetReader(rules).of(item).fold(VersionTargetReaderTest::text,
                failed -> failed.problem().code() + " " + failed.problem().message());
    }

    private static String text(VersionTarget target) {
        return TargetReaderTest.text(target.definition()) + (target.version() == null ? "" : ", version " + target.version().value());
    }
}
