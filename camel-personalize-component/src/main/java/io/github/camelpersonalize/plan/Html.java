// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/** A fragment of HTML. Only values of this type are inserted unchanged into a page; all others are escaped. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    static Html escaped(String text) {
        return new Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;"));
    }

    static Html of(Object value) {
        return value instanceof Html html ? html : escaped(String.valueOf(value));
    }
}
