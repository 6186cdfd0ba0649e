// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Language;

/**
 * An option whose value may contain expressions.
 *
 * @param spelled its value as it is spelled in the URI
 * @param meant its value as an endpoint gets it
 */
record OptionTemplate(UriOption option, TextTemplate spelled, TextTemplate meant) {

    /** The option for one exchange. */
    record Value(OptionTemplate template, List<String> values) {

        UriOption option() {
            return template.option;
        }

        /** The option as Camel would spell it. */
        UriOption spelled() {
            return new UriOption(option().name(), template.spelled.text(values));
        }

        /** What the endpoint would get, if it could be spelled. */
        String meant() {
            return option().content(template.meant.text(values));
        }
    }

    static OptionTemplate of(UriOption option, Language simple) {
        TextTemplate spelled = TextTemplate.parse(option.value(), simple);
        return new OptionTemplate(option, spelled, option.isRaw() ? spelled : spelled.with(UriOption::decoded));
    }

    Value value(Exchange exchange) {
        return new Value(this, spelled.evaluate(exchange));
    }
}
