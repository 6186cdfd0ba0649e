// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Camel's catalogue, and so every tool that uses it, knows the component by the JSON in its jar. */
class CatalogTest {

    private static final Set<String> SECRETS = Set.of("authtoken", "accesstoken", "clientsecret", "refreshtoken", "password");

    private final CamelCatalog catalog = new DefaultCamelCatalog();
    private ComponentModel model;

    @BeforeEach
    void addTheComponent() throws IOException {
        // tag::catalogue[]
        try (InputStream in = getClass().getResourceAsStream("/META-INF/io/github/camelpersonalize/personalize.json")) {
            String json = new String(in.readAllBytes(), UTF_8);
            catalog.addComponent("personalize", PersonalizeComponent.class.getName(), json);
            model = JsonMapper.generateComponentModel(json);
        }
        // end::catalogue[]
    }

    @Test
    void editorsFindTheMembersThatTheyReadOfAComponent() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/META-INF/io/github/camelpersonalize/personalize.json")) {
            JsonNode entry = Json.read(in.readAllBytes());

            assertThat(entry.at("/component/scheme").asText()).isEqualTo("personalize");
            assertThat(entry.at("/component/syntax").asText()).isEqualTo("personalize:resource");
            assertThat(entry.path("properties")).isNotEmpty();
            assertThat(entry.path("componentProperties")).isNotEmpty();
        }
    }

    @Test
    void aGoodUriIsValidAlsoWithoutWhatTheComponentMaySupply() {
        assertThat(validate("personalize:audiences?operation=create").isSuccess()).isTrue();
    }

    @Test
    void anUnknownOptionIsFound() {
        assertThat(validate("personalize:audiences?operation=create&colour=red").getUnknown()).containsExactly("colour");
    }

    @Test
    void aWrongValueOfAnEnumIsFound() {
        EndpointValidationResult result = validate("personalize:planets?operation=explode&region=mars");

        assertThat(result.getInvalidEnum()).isEqualTo(Map.of("resource", "planets", "operation", "explode", "region", "mars"));
    }

    @Test
    void aWrongNumberOrBooleanIsFound() {
        EndpointValidationResult result = validate("personalize:events?operation=list&connectionsPerRoute=many&validate=perhaps");

        assertThat(result.getInvalidInteger()).containsOnlyKeys("connectionsPerRoute");
        assertThat(result.getInvalidBoolean()).containsOnlyKeys("validate");
    }

    @Test
    void everyOptionAndHeaderIsDescribed() {
        assertThat(model.getOptions()).hasSizeGreaterThan(20).allSatisfy(option -> assertThat(option.getDescription()).isNotBlank());
        assertThat(model.getComponentOptions()).allSatisfy(option -> assertThat(option.getDescription()).isNotBlank());
        assertThat(model.getEndpointHeaders()).hasSize(11).allSatisfy(header -> assertThat(header.getDescription()).isNotBlank());
    }

    @Test
    void everySecretIsMarked() {
        assertThat(model.getOptions()).filteredOn(option -> isSecret(option.getName())).hasSizeGreaterThanOrEqualTo(3)
                .allMatch(option -> option.isSecret());
        assertThat(model.getComponentOptions()).filteredOn(option -> isSecret(option.getName())).hasSizeGreaterThanOrEqualTo(3)
                .allMatch(option -> option.isSecret());
    }

    @Test
    void theTransformerOfCustomerDataAndTheBeanOfItsOptionsAreListed() throws IOException {
        String services = "/META-INF/services/org/apache/camel/";

        assertThat(text(services + "transformer.properties")).contains("transformers=personalize:segment\n");
        assertThat(Json.read(text(services + "transformer/personalize-segment.json")).at("/transformer/javaType").asText())
                .isEqualTo(SegmentDataTypeTransformer.class.getName());
        assertThat(text(services + "bean.properties")).contains("bean=CsvRowsDataFormat SegmentOptions\n");
        assertThat(Json.read(text(services + "bean/SegmentOptions.json")).at("/bean/properties")).hasSize(11)
                .allSatisfy(option -> assertThat(option.path("description").asText()).isNotBlank());
    }

    @Test
    void theDataFormatOfCsvIsListed() throws IOException {
        String services = "/META-INF/services/org/apache/camel/";

        assertThat(text(services + "dataformat.properties")).contains("dataFormats=personalize-csv\n");
        assertThat(Json.read(text(services + "bean/CsvRowsDataFormat.json")).at("/bean/properties")).hasSize(3)
                .allSatisfy(option -> assertThat(option.path("description").asText()).isNotBlank());
    }

    private String text(String resource) throws IOException {
        try (InputStream in = getClass().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static boolean isSecret(String option) {
        return SECRETS.stream().anyMatch(option.toLowerCase(Locale.ROOT)::contains);
    }

    private EndpointValidationResult validate(String uri) {
        return catalog.validateEndpointProperties(uri, false, false, true);
    }
}
