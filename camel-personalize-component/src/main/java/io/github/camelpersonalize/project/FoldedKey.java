// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;

/** A natural key in a project. Keys that people cannot tell from each other are equal here. */
record FoldedKey(ProjectId project, Resource resource, String folded) {

    static FoldedKey of(ProjectId project, Resource resource, String key) {
        return new FoldedKey(project, resource, NaturalKey.folded(key));
    }
}
