// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.batch.Requests.create;
import static io.github.camelpersonalize.batch.Requests.update;
import static io.github.camelpersonalize.batch.Requests.upsert;
import static org.assertj.core.api.Assertions.assertThat;

/** When a write request renames, and when it asks for the same as another. */
class WriteRequestTest {

    private static final String A = "{'name': 'A'}";

    @Test
    void aRenameIsAimedAtOneKeyAndAsksForAnother() {
        assertThat(update(Resource.audiences, "B", A).isRename()).isTrue();
        assertThat(update(Resource.audiences, "A", A).isRename()).isFalse();
        assertThat(upsert(Resource.audiences, A).isRename()).isFalse();
    }

    @Test
    void whatIsAimedAtAUidKeepsItsPlaceAnyway() {
        WriteRequest byUid = new WriteRequest(Resource.audiences, update(Resource.audiences, "B", A).operation(),
                new Target(new Uid("b1"), "B"), Requests.json(A), null, null, null, null);

        assertThat(byUid.isRename()).isFalse();
    }

    @Test
    void itAsksForTheSameByOperationTargetBodyAndWhatAConflictIs() {
        WriteRequest one = upsert(Resource.audiences, A, OnConflict.skip);

        assertThat(one.isSameAs(upsert(Resource.audiences, A, OnConflict.skip))).isTrue();
        assertThat(one.isSameAs(upsert(Resource.audiences, A))).isFalse();
        assertThat(one.isSameAs(upsert(Resource.audiences, "{'name': 'B'}", OnConflict.skip))).isFalse();
        assertThat(upsert(Resource.audiences, A).isSameAs(create(Resource.audiences, A))).isFalse();
        assertThat(update(Resource.audiences, "A", A).isSameAs(update(Resource.audiences, "B", A))).isFalse();
    }
}
