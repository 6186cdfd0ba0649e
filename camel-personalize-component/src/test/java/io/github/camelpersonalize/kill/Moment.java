// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

/** What a process was doing when it was killed, as far as its traces tell. */
enum Moment {
    /** Nothing is in doubt: what the ledger names is there. */
    BETWEEN_DEFINITIONS,
    /** The ledger names a definition that the service has not got. */
    INTENDED_AND_NOT_CREATED,
    /** The service holds a definition of which the ledger does not know yet that it was created. */
    CREATED_AND_NOT_CONFIRMED,
    /** It was through before it was killed. */
    THROUGH
}
