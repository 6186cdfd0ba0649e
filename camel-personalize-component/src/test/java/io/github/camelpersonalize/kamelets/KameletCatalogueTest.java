// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of Camel's catalogue of Kamelets that editors rely on. One is left out: the provider there is the Apache Software Foundation, which ours are
 * not from.
 */
class KameletCatalogueTest {

    private static final String NAMES = "io.github.camelpersonalize.kamelets.KameletSchemaTest#names";
    private static final String SVG = "data:image/svg+xml;base64,";
    private static final String CREDENTIALS = "urn:camel:group:credentials";
    private static final Pattern COMPONENT = Pattern.compile("\"uri\":\"(\\w+):|\"to\":\"(\\w+):");
    private static final Set<String> SMALL_WORDS = Set.of("a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "or", "the", "to",
            "with");

    @ParameterizedTest
    @MethodSource(NAMES)
    void hasAnIconThatIsAPicture(String name) {
        String icon = annotation(name, "kamelet.icon");

        assertThat(icon).startsWith(SVG);
        assertThat(new String(Base64.getDecoder().decode(icon.substring(SVG.length())), UTF_8)).startsWith("<svg ").endsWith("</svg>");
    }

    @ParameterizedTest
    @MethodSource(NAMES)
    void tellsWhoseItIsHowMatureAndWhereItBelongs(String name) {
        assertThat(annotation(name, "provider")).isEqualTo("camel-personalize");
        assertThat(annotation(name, "kamelet.support.level")).isIn("Preview", "Stable");
        assertThat(annotation(name, "kamelet.group")).isEqualTo("Personalize");
        assertThat(annotation(name, "kamelet.namespace")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource(NAMES)
    void isTitledByWhatItIs(String name) {
        JsonNode definition = KameletSchemaTest.kamelet(name).at("/spec/definition");
        String type = name.substring(name.lastIndexOf('-') + 1);

        assertThat(definition.path("type").asText()).isEqualTo("object");
        assertThat(definition.path("title").asText()).endsWith(" " + Character.toUpperCase(type.charAt(0)) + type.substring(1));
        assertThat(titles(definition)).allSatisfy(title -> assertThat(title).doesNotStartWith("The ").doesNotStartWith("A ")
                .doesNotStartWith("An ").satisfies(KameletCatalogueTest::requireCapitals));
    }

    private static void requireCapitals(String title) {
        assertThat(Stream.of(title.split(" ")).filter(word -> !SMALL_WORDS.contains(word)))
                .allMatch(word -> Character.isUpperCase(word.charAt(0)));
    }

    @ParameterizedTest
    @MethodSource(NAMES)
    void requiresEachPropertyOnceAndHidesSecrets(String name) {
        JsonNode definition = KameletSchemaTest.kamelet(name).at("/spec/definition");

        assertThat(texts(definition.path("required"))).doesNotHaveDuplicates();
        assertThat(definition.path("properties")).filteredOn(property -> property.path("format").asText().equals("password"))
                .allSatisfy(property -> assertThat(texts(property.path("x-descriptors"))).contains(CREDENTIALS));
        assertThat(definition.path("properties").propertyStream().map(Map.Entry::getKey)
                .filter(property -> property.toLowerCase().matches(".*(token|secret|password).*")))
                .allSatisfy(property -> assertThat(definition.at("/properties/" + property + "/format").asText()).isEqualTo("password"));
    }

    @ParameterizedTest
    @MethodSource(NAMES)
    void dependsOnWhatItsTemplateUses(String name) {
        JsonNode spec = KameletSchemaTest.kamelet(name).path("spec");
        List<String> dependencies = texts(spec.path("dependencies"));

        assertThat(COMPONENT.matcher(spec.path("template").toString()).results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                .isNotEmpty().allSatisfy(scheme -> assertThat(dependencies).anyMatch(dependency -> dependency.equals("camel:" + scheme)
                        || dependency.startsWith("mvn:io.github.camelpersonalize:camel-" + scheme + ":")));
    }

    @Test
    void noTwoSayTheSame() throws Exception {
        assertThat(all(definition -> definition.path("title").asText())).doesNotHaveDuplicates();
        assertThat(all(definition -> definition.path("description").asText())).doesNotHaveDuplicates().doesNotContain("");
    }

    private static List<String> all(Function<JsonNode, String> member) throws Exception {
        return KameletSchemaTest.names().stream().map(name -> member.apply(KameletSchemaTest.kamelet(name).at("/spec/definition")))
                .toList();
    }

    private static List<String> titles(JsonNode definition) {
        return Stream.concat(Stream.of(definition), definition.path("properties").valueStream()).map(each -> each.path("title").asText())
                .collect(Collectors.toList());
    }

    private static String annotation(String name, String annotation) {
        return KameletSchemaTest.kamelet(name).at("/metadata/annotations/camel.apache.org~1" + annotation).asText();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
