// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.chaos;

import java.util.List;
import java.util.Set;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Outcome;

import static io.github.camelpersonalize.outcome.Outcome.ADOPTED;
import static io.github.camelpersonalize.outcome.Outcome.CREATED;
import static io.github.camelpersonalize.outcome.Outcome.DELETED;
import static io.github.camelpersonalize.outcome.Outcome.UNCHANGED;
import static io.github.camelpersonalize.outcome.Outcome.UPDATED;

/** What a route asks for, and as what it may be told afterwards, however often the connection was cut. */
enum Deed {

    CREATE_NEW(Operation.create, Before.ABSENT, 1, CREATED, ADOPTED), CREATE_WHAT_IS_THERE(Operation.create, Before.AS_WANTED, 2,
            ADOPTED), UPDATE_BY_UID(Operation.update, Before.DIFFERENT, 1, UPDATED), UPDATE_BY_KEY(Operation.update, Before.DIFFERENT, 2,
                    UPDATED), DELETE_BY_UID(Operation.delete, Before.DIFFERENT, 1, DELETED), DELETE_BY_KEY(Operation.delete,
                            Before.DIFFERENT, 2, DELETED), DELETE_WHAT_IS_NOT_THERE(Operation.delete, Before.ABSENT, 1, UNCHANGED);

    /** What the project holds under the key before. */
    enum Before {
        ABSENT, AS_WANTED, DIFFERENT
    }

    private final Operation operation;
    private final Before before;
    private final int requests;
    private final Set<Outcome> outcomes;

    Deed(Operation operation, Before before, int requests, Outcome... outcomes) {
        this.operation = operation;
        this.before = before;
        this.requests = requests;
        this.outcomes = Set.of(outcomes);
    }

    /** Those that the service offers for the resource; events can only be created. */
    static List<Deed> of(Resource resource) {
        return resource == Resource.events ? List.of(CREATE_NEW, CREATE_WHAT_IS_THERE) : List.of(values());
    }

    Operation operation() {
        return operation;
    }

    Before before() {
        return before;
    }

    /** How many requests it takes when nothing is cut. */
    int requests() {
        return requests;
    }

    Set<Outcome> outcomes() {
        return outcomes;
    }

    boolean isByUid() {
        return this == UPDATE_BY_UID || this == DELETE_BY_UID;
    }

    /** Whether the service must refuse a second definition of one key for this to have a meaning. */
    boolean needsUniqueKeys() {
        return this == CREATE_WHAT_IS_THERE;
    }
}
