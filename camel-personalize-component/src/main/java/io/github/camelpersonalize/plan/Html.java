// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/** A piece of a page. Only what is of this type gets into a page as it is; all else is escaped. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    static Html escaped(String text) {
        return new Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;"));
    }

    static Html of(Object value) {
        return value instanceof Html html ? html : escaped(String.valueOf(value));
    }
}
