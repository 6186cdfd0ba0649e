// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Takes from a record what may be sent: the visitor, as a property, and the values of some attributes, as the body. */
final class VisitorValues implements Processor {

    // tag::values[]
    static final String VISITOR = "visitor";

    /** What a header can carry as it is. */
    private static final Pattern ASCII = Pattern.compile("[!-~]{1,256}");

    private final Set<String> keys;

    VisitorValues(Set<String> keys) {
        this.keys = keys;
    }

    @Override
    public void process(Exchange exchange) {
        if (!(exchange.getMessage().getBody() instanceof Map<?, ?> record)) {
            throw new IllegalArgumentException("the record is not an object; send {\"visitor\": \"...\", \"values\": {...}}");
        }
        if (!(record.get(VISITOR) instanceof String visitor) || !ASCII.matcher(visitor).matches()) {
            throw new IllegalArgumentException("\"visitor\" is not a text of 1 to 256 visible ASCII characters; send an id of your system");
        }
        if (!(record.get("values") instanceof Map<?, ?> all)) {
            throw new IllegalArgumentException("\"values\" is not an object; send {\"key of an attribute\": value}");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        keys.stream().filter(all::containsKey).sorted().forEach(key -> values.put(key, scalar(key, all.get(key))));
        exchange.setProperty(VISITOR, visitor);
        exchange.getMessage().setBody(values);
    }

    private static Object scalar(String key, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException(
                "the value of \"" + key + "\" is not a text, a number or a boolean; leave it out, or flatten it into keys of their own");
    }
    // end::values[]
}
