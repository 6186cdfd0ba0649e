// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Region;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of the component's page, from what Camel's generator read out of the annotations. */
final class ComponentPage {

    private static final List<String> GROUPS = List.of("common", "producer", "consumer", "scheduler", "advanced", "health", "proxy",
            "security");
    private static final String FOR_EXPERTS = " (advanced)";
    private static final String WIDTHS = "[width=\"100%\",cols=\"2,6,1,2\",options=\"header\"]";

    private final ComponentModel component;

    ComponentPage(ComponentModel component) {
        this.component = component;
    }

    /** The page with all its tables as they should be. */
    Page of(Page page) {
        return page.with("component options", options(component.getComponentOptions()))
                .with("endpoint path parameters", options(component.getEndpointPathOptions()))
                .with("endpoint query options", options(component.getEndpointParameterOptions()))
                .with("message headers", headers()).with("operations", new OperationTable().asciiDoc()).with("regions", regions());
    }

    /** A group after the other, and within one in the generator's order, which is the alphabet's. */
    private static String options(List<? extends BaseOptionModel> options) {
        return table(WIDTHS, "Name | Description | Default | Type",
                options.stream().sorted(Comparator.comparingInt(ComponentPage::group)).map(ComponentPage::row));
    }

    private static int group(BaseOptionModel option) {
        String group = option.getGroup().replace(FOR_EXPERTS, "");
        assertThat(GROUPS).as("the groups of options that this page has a place for").contains(group);
        return 2 * GROUPS.indexOf(group) + (option.getGroup().endsWith(FOR_EXPERTS) ? 1 : 0);
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

    private static String row(BaseOptionModel option) {
        return "| *%s* (%s) | %s | %s | %s".formatted(option.getName(), option.getGroup().replace(FOR_EXPERTS, ", advanced"),
                description(option), defaultValue(option),
                option.getShortJavaType());
    }

    private static String description(BaseOptionModel option) {
        return Stream.of(option.isRequired() ? "*Required.*" : null, escaped(option.getDescription()),
                option.isSecret() ? "*Secret:* masked in logs and in management." : null,
                option.getEnums() == null ? null : option.getEnums().stream().collect(Collectors.joining("`, `", "Values: `", "`.")))
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String defaultValue(BaseOptionModel option) {
        return option.getDefaultValue() == null ? "" : "`" + option.getDefaultValue() + "`";
    }

    /** A row a cell separator may not be in; the rest of the markup does not occur in descriptions. */
    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("{", "\\{");
    }

    static String table(String attributes, String heading, Stream<String> rows) {
        return Stream.concat(Stream.of(attributes, "|===", "| " + heading, ""), Stream.concat(rows, Stream.of("|===")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
