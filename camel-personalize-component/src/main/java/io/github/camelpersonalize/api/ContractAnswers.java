// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What answers of a service are recognized by that follows the published API description. */
final class ContractAnswers {

    static final String WRITE_SCOPE = "personalize:manage";

    static final KnownError NO_PROJECT_HEADER = KnownError.configuration("x-project-uid",
            Pattern.compile("x-project-uid", Pattern.LITERAL | Pattern.CASE_INSENSITIVE), 400, "NO_PROJECT",
            "the header was sent: check the option projectUid, and what stands between this machine and the service");

    /** What web frameworks say that have nothing at a path. A record is no part of it: a uid has neither blanks nor slashes. */
    static final KnownError NO_SUCH_CALL = KnownError.configuration("Cannot GET /…",
            Pattern.compile("(?<!\\w)Cannot (GET|POST|PUT|DELETE) /"),
            404, "NO_SUCH_CALL", "the service has no such call: check the options dialect and baseUrl");

    private ContractAnswers() {}

    static Answers table() {
        return new Answers(List.of(NO_PROJECT_HEADER, NO_SUCH_CALL), Set.of("created_at"), Optional.empty(), null, WRITE_SCOPE,
                null);
    }
}
