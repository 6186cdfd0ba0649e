// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The forms with which people report: as GitHub wants them, which shows none of a form that is wrong. */
class IssueFormsPageTest {

    private static final Path FORMS = Path.of("..", ".github", "ISSUE_TEMPLATE");
    private static final Set<String> FIELDS = Set.of("input", "textarea", "dropdown", "checkboxes");

    @ParameterizedTest
    @MethodSource("forms")
    void aFormHasANameADescriptionAndFieldsWithIdsAndLabels(String file) {
        Map<String, Object> form = read(file);
        List<Map<String, Object>> body = list(form, "body");
        Set<Object> ids = new HashSet<>();

        assertThat(form).containsKeys("name", "description", "labels");
        assertThat(body)
                .allSatisfy(field -> assertThat(field.get("type").equals("markdown") || FIELDS.contains(field.get("type"))).isTrue());
        assertThat(body.stream().filter(field -> !field.get("type").equals("markdown"))).isNotEmpty().allSatisfy(field -> {
            assertThat(ids.add(field.get("id"))).isTrue();
            assertThat(attributes(field)).containsKey("label");
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aChoiceHasEachOptionOnce(String file) {
        assertThat(list(read(file), "body")).filteredOn(field -> field.get("type").equals("dropdown"))
                .allSatisfy(field -> assertThat(options(field)).isNotEmpty().doesNotHaveDuplicates().allMatch(String.class::isInstance));
    }

    @Test
    void regionsAndDialectsAreThoseOfTheComponent() {
        assertThat(options(field("service.yml", "region"))).contains((Object[]) Region.labels().split(", "));
        assertThat(options(field("bug.yml", "dialect"))).contains(Dialect.all().stream().map(Dialect::name).toArray());
    }

    private static Map<String, Object> field(String file, String id) {
        return list(read(file), "body").stream().filter(field -> id.equals(field.get("id"))).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> options(Map<String, Object> field) {
        return (List<Object>) attributes(field).get("options");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributes(Map<String, Object> field) {
        return (Map<String, Object>) field.get("attributes");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> form, String member) {
        return (List<Map<String, Object>>) form.get(member);
    }

    private static Map<String, Object> read(String file) {
        return new Yaml().load(Page.read(FORMS.resolve(file)).text());
    }

    static List<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("config.yml")).sorted().toList();
        }
    }
}
