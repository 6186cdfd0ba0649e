// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Replaces a version. A repetition may be refused because the service has carried out the first attempt: then the version is looked up. */
final class PutVersion {

    private final Versioned definition;

    PutVersion(Versioned definition) {
        this.definition = definition;
    }

    Result send(Uid version, JsonNode sent) {
        return definition.send(Operation.updateVersion, version, sent).fold(response -> written(version, sent, response),
                problem -> isRefusedRepetition(problem) ? lookUp(version, sent, problem) : definition.failed(problem));
    }

    private Result written(Uid version, JsonNode sent, Success response) {
        boolean isAboutIt = definition.project().dialect().uid(response.body()).isPresent();
        JsonNode said = isAboutIt ? response.body() : ((ObjectNode) sent.deepCopy()).put("uid", version.value());
        return definition.written(Outcome.UPDATED, response.status(), said);
    }

    private static boolean isRefusedRepetition(Problem problem) {
        return problem.category() == Problem.Category.REJECTED && problem.retry().inDoubt();
    }

    private Result lookUp(Uid version, JsonNode sent, Problem problem) {
        return definition.versions().fold(
                versions -> versions.withUid(version.value()).filter(found -> definition.isSame(sent, found))
                        .<Result>map(found -> definition.written(Outcome.UPDATED, problem.status(), found))
                        .orElseGet(() -> definition.failed(problem)),
                failed -> definition.failed(problem));
    }
}
