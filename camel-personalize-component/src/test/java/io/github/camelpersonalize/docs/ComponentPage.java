// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Region;
import org.apache.camel.tooling.model.ComponentModel;

/** The tables of the component's page, from what Camel's generator read out of the annotations. */
final class ComponentPage {

    private final ComponentModel component;

    ComponentPage(ComponentModel component) {
        this.component = component;
    }

    /** The page with all its tables as they should be. */
    Page of(Page page) {
        return page.with("options", new OptionTable(component).asciiDoc())
                .with("message headers", headers()).with("operations", new OperationTable().asciiDoc()).with("regions", regions());
    }

    private String headers() {
        return table("[width=\"100%\",cols=\"3,6,1\",options=\"header\"]", "Name | Description | Type",
                component.getEndpointHeaders().stream().map(header -> "| `%s`\n\nConstant: `%s` | %s | %s".formatted(header.getName(),
                        header.getConstantName().replaceFirst(".*\\.", ""), escaped(header.getDescription()), header.getShortJavaType())));
    }

    private static String regions() {
        return table("[cols=\"1,3\",options=\"header\"]", "Region | Base URL",
                Stream.of(Region.values()).map(region -> "| `%s` | `%s`".formatted(region.label(), region.baseUrl())));
    }

    /** A row a cell separator may not be in; the rest of the markup does not occur in descriptions. */
    static String escaped(String text) {
        return text.replace("|", "\\|").replace("{", "\\{");
    }

    static String table(String attributes, String heading, Stream<String> rows) {
        return Stream.concat(Stream.of(attributes, "|===", "| " + heading, ""), Stream.concat(rows, Stream.of("|===")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
