// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Our Kamelets are what the resource definition of Kamelets demands, and what Kamelet catalogues expect beyond it. */
public class KameletSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+)}}");
    private static final JsonSchema SCHEMA = schema();

    @ParameterizedTest
    @MethodSource("names")
    void agreesWithTheSchema(String name) {
        assertThat(faults(kamelet(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesItselfAndItsTypeAsItsFileDoes(String name) {
        JsonNode metadata = kamelet(name).get("metadata");

        assertThat(metadata.get("name").asText()).isEqualTo(name);
        assertThat(metadata.at("/labels/camel.apache.org~1kamelet.type").asText()).isEqualTo(name.substring(name.lastIndexOf('-') + 1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void bringsTheComponentOfItsOwnVersion(String name) throws IOException {
        String version = new String(resource("/io/github/camelpersonalize/client/version.txt").readAllBytes(), UTF_8).strip();
        JsonNode kamelet = kamelet(name);

        assertThat(kamelet.at("/metadata/annotations/camel.apache.org~1catalog.version").asText()).isEqualTo(version);
        assertThat(texts(kamelet.at("/spec/dependencies"))).contains("mvn:io.github.camelpersonalize:camel-personalize:" + version);
    }

    @ParameterizedTest
    @MethodSource("names")
    void describesEachPropertyAndUsesIt(String name) {
        JsonNode spec = kamelet(name).get("spec");
        JsonNode properties = spec.at("/definition/properties");
        Set<String> used = PLACEHOLDER.matcher(spec.get("template").toString()).results().map(match -> match.group(1))
                .collect(Collectors.toSet());
        used.removeAll(beans(spec.get("template")));

        assertThat(properties).allSatisfy(property -> assertThat(names(property)).contains("title", "description", "type"));
        assertThat(used).isEqualTo(names(properties));
        assertThat(names(properties)).containsAll(texts(spec.at("/definition/required")));
    }

    @Test
    void aMistypedMemberWouldBeFound() {
        ObjectNode kamelet = (ObjectNode) kamelet("personalize-upsert-sink");
        ((ObjectNode) kamelet.get("spec")).put("tempalte", "");

        assertThat(faults(kamelet))
                .containsExactly("$.spec: property 'tempalte' is not defined in the schema and the schema does not allow "
                        + "additional properties");
    }

    /** All that there are. */
    public static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "kamelets"))) {
            return files.map(file -> file.getFileName().toString().replace(".kamelet.yaml", "")).sorted().toList();
        }
    }

    private static List<String> faults(JsonNode kamelet) {
        return SCHEMA.validate(kamelet).stream().map(ValidationMessage::getMessage).toList();
    }

    public static JsonNode kamelet(String name) {
        return yaml("/kamelets/" + name + ".kamelet.yaml");
    }

    private static JsonSchema schema() {
        JsonNode schema = yaml("/camel.apache.org_kamelets.yaml").at("/spec/versions/0/schema/openAPIV3Schema");
        close(schema);
        return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema);
    }

    /** Kubernetes drops members that the schema does not name. Here they are faults, because each is a typing error. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("type").asText().equals("object") && object.has("properties")
                && !object.has("additionalProperties")
                && !object.has("x-kubernetes-preserve-unknown-fields")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(KameletSchemaTest::close);
    }

    private static JsonNode yaml(String resource) {
        try (InputStream in = resource(resource)) {
            return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream resource(String name) {
        return KameletSchemaTest.class.getResourceAsStream(name);
    }

    /** Beans of a template have names of their own in each use of it, which stand in placeholders. */
    private static Set<String> beans(JsonNode template) {
        return template.path("beans").valueStream().map(bean -> bean.get("name").asText()).collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
