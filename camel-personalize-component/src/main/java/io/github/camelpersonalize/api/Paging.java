// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

/**
 * How a list is read that the service sends a page at a time.
 *
 * @param resource the resource with such lists
 * @param limit the parameter that says how many items a page has
 * @param skip the parameter that says how many items are before the page
 * @param size how many items a page may have
 */
public record Paging(Resource resource, String limit, String skip, int size) {

    /** What asks for a page. */
    public Query page(int number) {
        return Query.NONE.and(limit, String.valueOf(size)).and(skip, String.valueOf(size * number));
    }
}
