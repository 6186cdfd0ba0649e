// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.batch.Records.ATTRIBUTES;
import static io.github.camelpersonalize.batch.Records.named;
import static io.github.camelpersonalize.batch.Records.record;
import static io.github.camelpersonalize.batch.Records.tombstone;
import static io.github.camelpersonalize.batch.Records.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

/** Which definition a record is about. */
class TargetReaderTest {

    private static final String LEGAL = "a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            o1 |    | h1 | hk | {'uid': 'b1', 'key': 'bk'} | uid o1 key bk
            o1 | ok | h1 | hk | {'uid': 'b1', 'key': 'bk'} | uid o1 key ok
               | ok | h1 | hk | {'uid': 'b1', 'key': 'bk'} | key ok
               |    | h1 | hk | {'uid': 'h1', 'key': 'bk'} | uid h1 key bk
               |    | h1 | hk | {'uid': null, 'key': 'bk'} | uid h1 key bk
               |    | h1 |    |                            | uid h1
               |    |    | hk | {'uid': 'b1', 'key': 'bk'} | key hk
               |    |    |    | {'uid': 'b1', 'key': 'bk'} | uid b1 key bk (of the body)
               |    |    |    | {'uid': 'b1'}              | uid b1 (of the body)
               |    |    |    | {'uid': null, 'key': 'bk'} | key bk
               |    |    |    | {'key': 'bk'}              | key bk
            """)
    void anOptionGoesBeforeWhatStandsBesideTheBodyAndThatBeforeTheBodyAndTheUidBeforeTheKey(String optionUid, String optionKey,
            String uid, String key, String body, String target) {
        assertThat(target(ATTRIBUTES.aimedAt(optionUid, optionKey, null), named(body, uid, key))).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/b | | the option uid is not legal: %1$s
            ..  | | the option uid is not legal: %1$s
                | ' ' | the option key is blank
            """)
    void anOptionThatNamesNothingIsRefused(String uid, String key, String why) {
        assertThat(target(ATTRIBUTES.aimedAt(uid, key, null), record("{'key': 'age'}"))).isEqualTo("NO_TARGET " + why.formatted(LEGAL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/b |     |               | the header Uid is not legal: %1$s
                | ' ' |               | the header Key is blank
                |     | {'uid': '..'} | the body's uid is not legal: %1$s
            h1  |     | {'uid': 'b1'} | the header Uid and the body's uid are not the same
            """)
    void soIsWhatTheRecordSays(String uid, String key, String body, String why) {
        assertThat(target(ATTRIBUTES, named(body, uid, key))).isEqualTo("NO_TARGET " + why.formatted(LEGAL));
    }

    /** It would be another path of the service. */
    @Test
    void aUidThatTheServiceReservesIsRefused() {
        RecordRules experiences = Records.rules(Resource.experiences, Dialect.CONTRACT);

        assertThat(target(experiences, named(null, "Priority", null)))
                .isEqualTo("NO_TARGET the header Uid is a word that the service reserves");
        assertThat(target(experiences, record("{'uid': 'priority'}")))
                .isEqualTo("NO_TARGET the body's uid is a word that the service reserves");
    }

    @Test
    void aUidBesideTheBodyThatAnotherProjectHasGivenNamesNothingHere() {
        assertThat(target(ATTRIBUTES, record("{'key': 'age'}", "h1", null, null, EarlierSteps.of("project \"p2\"", null, false))))
                .isEqualTo("NO_TARGET the header Uid has the uid of project \"p2\"; here it names nothing");
    }

    @Test
    void aUidOfTheBodyThatAnotherProjectHasGivenIsIgnored() {
        EarlierSteps earlier = EarlierSteps.of(null, "project \"p2\"", false);

        assertThat(target(ATTRIBUTES, record("{'uid': 'b1', 'key': 'age'}", null, null, null, earlier))).isEqualTo("key age");
        assertThat(target(ATTRIBUTES, record("{'uid': 'b1'}", null, null, null, earlier)))
                .isEqualTo(
                        "NO_TARGET no attribute is named: set a header, or send a body with a uid or key (the body's uid is that of project"
                                + " \"p2\")");
    }

    @Test
    void aTombstoneIsAboutItsKey() {
        assertThat(target(ATTRIBUTES, tombstone("age", null))).isEqualTo("key age");
        assertThat(target(ATTRIBUTES, tombstone("age", "its key is no text"))).isEqualTo("NO_TARGET its key is no text");
    }

    @Test
    void whereNothingIsNamedTheMessageSaysWhatToDo() {
        String advice = "NO_TARGET no attribute is named: set a header, or send a body with a uid or key";

        assertThat(target(ATTRIBUTES, record("{}"))).isEqualTo(advice);
        assertThat(target(ATTRIBUTES, unreadable("it is no JSON"))).isEqualTo(advice + " (it is no JSON)");
        assertThat(target(ATTRIBUTES, record("{}", null, null, null, EarlierSteps.of(null, null, true))))
                .isEqualTo(advice + "; a header holds a result");
    }

    @Test
    void mostRecordsHaveNoEarlierSteps() {
        assertThat(EarlierSteps.of(null, null, false)).isSameAs(EarlierSteps.NONE);
    }

    @ParameterizedTest
    @CsvSource({", , , u, k, v", "U, , , U, k, v", ", K, , u, K, v", ", , V, u, k, V", "U, K, V, U, K, V"})
    void theUriOfOneRecordSaysMoreThanTheOptions(String otherUid, String otherKey, String otherVersion, String uid, String key,
            String version) {
        RecordRules rules = ATTRIBUTES.aimedAt("u", "k", "v").aimedAt(otherUid, otherKey, otherVersion);

        assertThat(rules).isEqualTo(ATTRIBUTES.aimedAt(uid, key, version));
        assertThat(rules.uid() + rules.key() + rules.versionUid()).isEqualTo(uid + key + version);
    }

    @ParameterizedTest
    @CsvSource({", , false", "u, , true", ", k, true", "u, k, true"})
    void rulesWithAUidOrKeyAreAboutOneDefinition(String uid, String key, boolean isAddressed) {
        assertThat(ATTRIBUTES.aimedAt(uid, key, null).isAddressed()).isEqualTo(isAddressed);
    }

    private static String target(RecordRules rules, InputRecord item) {
        return new TargetReader(rules).of(item).fold(TargetReaderTest::text,
                failed -> failed.problem().code() + " " + failed.problem().message());
    }

    static String text(Target target) {
        Uid uid = target.uid();
        String text = (uid == null ? "" : "uid " + uid.value() + " ") + (target.key() == null ? "" : "key " + target.key());
        return text.strip() + (target.isUidOfBody() ? " (of the body)" : "");
    }
}
