// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

import static org.assertj.core.api.Assertions.assertThat;

/** All options in one table, from what Camel's generator read out of the annotations; its second column says where an option is set. */
final class OptionTable {

    private static final List<String> GROUPS = List.of("common", "producer", "consumer", "scheduler", "advanced", "health", "proxy",
            "security");
    private static final List<String> OF_CAMEL = List.of("scheduler", "health");
    private static final String FOR_EXPERTS = " (advanced)";

    private final ComponentModel component;

    OptionTable(ComponentModel component) {
        this.component = component;
    }

    private record Row(String level, BaseOptionModel option) {}

    String asciiDoc() {
        return ComponentPage.table("[width=\"100%\",cols=\"2,1,6,1,2\",options=\"header\"]",
                "Name | Level | Description | Default | Type",
                rows().stream().sorted(Comparator.comparingInt(row -> group(row.option()))).map(OptionTable::text));
    }

    /** In one line each, without the scheduler and the health checks, which are Camel's. */
    String markdown() {
        return rows().stream().filter(row -> !OF_CAMEL.contains(row.option().getGroup()))
                .sorted(Comparator.comparingInt(row -> group(row.option()))).map(OptionTable::line)
                .collect(Collectors.joining("\n", "| Option | For | Default | Meaning |\n| --- | --- | --- | --- |\n", "\n"));
    }

    private static String line(Row row) {
        return "| `%s` | %s | %s | %s |".formatted(row.option().getName(), row.option().getGroup(), defaultValue(row.option()),
                description(row.option()).replace("*", ""));
    }

    /** In the generator's order, which is the alphabet's. */
    private List<Row> rows() {
        Map<String, BaseOptionModel> onComponent = byName(component.getComponentOptions());
        Map<String, BaseOptionModel> onEndpoint = byName(component.getEndpointParameterOptions());
        List<Row> rows = new ArrayList<>();
        component.getEndpointPathOptions().forEach(option -> rows.add(new Row("path", option)));
        Stream.concat(onComponent.keySet().stream(), onEndpoint.keySet().stream()).distinct().sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(name -> rows.add(row(onComponent.get(name), onEndpoint.get(name))));
        return rows;
    }

    private static Row row(BaseOptionModel onComponent, BaseOptionModel onEndpoint) {
        if (onEndpoint == null) {
            return new Row("component", onComponent);
        }
        if (onComponent == null) {
            return new Row("endpoint", onEndpoint);
        }
        assertThat(meaning(onComponent)).as("what the option means on the component and on the endpoint").isEqualTo(meaning(onEndpoint));
        return new Row("both", onEndpoint);
    }

    private static Map<String, BaseOptionModel> byName(List<? extends BaseOptionModel> options) {
        Map<String, BaseOptionModel> byName = new LinkedHashMap<>();
        options.forEach(option -> byName.put(option.getName(), option));
        return byName;
    }

    private static int group(BaseOptionModel option) {
        String group = option.getGroup().replace(FOR_EXPERTS, "");
        assertThat(GROUPS).as("the groups of options that this page has a place for").contains(group);
        int index = 2 * GROUPS.indexOf(group);
        return option.getGroup().endsWith(FOR_EXPERTS) ? index + 1 : index;
    }

    private static String text(Row row) {
        BaseOptionModel option = row.option();
        return "| *%s* (%s) | %s | %s".formatted(option.getName(), option.getGroup().replace(FOR_EXPERTS, ", advanced"), row.level(),
                meaning(option));
    }

    private static String meaning(BaseOptionModel option) {
        return "%s | %s | %s".formatted(description(option), defaultValue(option), option.getShortJavaType());
    }

    private static String description(BaseOptionModel option) {
        return Stream.of(option.isRequired() ? "*Required.*" : null, ComponentPage.escaped(option.getDescription()),
                option.isSecret() ? "*Secret:* masked in logs and in management." : null,
                option.getEnums() == null ? null : option.getEnums().stream().collect(Collectors.joining("`, `", "Values: `", "`.")))
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String defaultValue(BaseOptionModel option) {
        return option.getDefaultValue() == null ? "" : "`" + option.getDefaultValue() + "`";
    }
}
