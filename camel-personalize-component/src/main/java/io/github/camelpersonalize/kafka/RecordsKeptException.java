// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.List;

import io.github.camelpersonalize.outcome.ItemResult;
import org.apache.camel.CamelException;

/**
 * Records stay in their topic: the service or the configuration is at fault, or they wait for something else. Those before them are committed. The
 * consumer reads the others again.
 */
public final class RecordsKeptException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final transient List<ItemResult> items;

    RecordsKeptException(List<ItemResult> items) {
        super(message(items));
        this.items = List.copyOf(items);
    }

    /** The records that are kept, and why. Not among them are those that are done, and will be read again only because they come later. */
    public List<ItemResult> getItems() {
        return items;
    }

    private static String message(List<ItemResult> items) {
        ItemResult first = items.get(0);
        String subject = first.key() == null ? first.kind() : first.kind() + " \"" + first.key() + "\"";
        return items.size() + " records are kept, first " + subject + ": " + first.message() + " (" + first.coordinates() + ")";
    }
}
