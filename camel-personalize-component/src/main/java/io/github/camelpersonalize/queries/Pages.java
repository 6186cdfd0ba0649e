// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Paging;
import io.github.camelpersonalize.api.Query;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Project;

/** Reads a list that the service sends a page at a time: pages until one is not full. */
final class Pages {

    /** More than any list of places needs. */
    private static final int MAX_PAGES = 1_000;

    private final Project project;
    private final Paging paging;

    Pages(Project project, Paging paging) {
        this.project = project;
        this.paging = paging;
    }

    /** All items, or why a page could not be read. */
    Result list(Call call, Query query) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        JsonNode before = null;
        for (int number = 0; number < MAX_PAGES; number++) {
            Result read = project.list(call, Address.of(paging.page(number).and(query)));
            if (read instanceof Result.Failure failed) {
                return failed;
            }
            Result.Success page = (Result.Success) read;
            if (page.body().equals(before)) {
                return unreadable(call, page, "page " + number + " repeats the one before it");
            }
            page.body().forEach(items::add);
            if (page.body().size() != paging.size()) {
                return new Result.Success(null, page.status(), items, null, null);
            }
            before = page.body();
        }
        return Result.Failure.of(Problem.unavailable(0, call.verb() + " " + call.path() + " has more than " + MAX_PAGES + " pages"));
    }

    private static Result unreadable(Call call, Result.Success page, String fault) {
        return Result.Failure.of(Problem.unavailable(page.status(), "the response to " + call.verb() + " " + call.path() + ": " + fault));
    }
}
