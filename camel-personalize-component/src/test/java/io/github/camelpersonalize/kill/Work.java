// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a process applies, and in which dialect. */
enum Work {

    LARGE("contract") {
        @Override
        ObjectNode manifest() {
            return LargeManifest.WHOLE.document();
        }
    },
    EXPERIENCES("live") {
        @Override
        ObjectNode manifest() {
            return VersionedManifest.FIRST.document();
        }
    },
    CHANGED_EXPERIENCES("live") {
        @Override
        ObjectNode manifest() {
            return VersionedManifest.SECOND.document();
        }
    };

    private final String dialect;

    Work(String dialect) {
        this.dialect = dialect;
    }

    String dialect() {
        return dialect;
    }

    abstract ObjectNode manifest();
}
