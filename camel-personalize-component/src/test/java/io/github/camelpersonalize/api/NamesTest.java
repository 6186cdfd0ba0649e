// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.api.Resource.experiences;
import static org.assertj.core.api.Assertions.assertThat;

/** Resources, operations and regions by the names that users write, and what they stand for. */
class NamesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"attributes, attribute, key", "audiences, audience, name", "events, event, key",
            "experiences, experience, name", "geolocation, location, -", "project, project, -",
            "projects, project of the organization, name"})
    void aResourceHasAKindAndANaturalKey(Resource resource, String kind, String naturalKey) {
        assertThat(resource.kind()).isEqualTo(kind);
        assertThat(resource.naturalKey()).isEqualTo(naturalKey);
        assertThat(Resource.ofKind(kind)).contains(resource);
        assertThat(Resource.named(resource.name().toUpperCase())).contains(resource);
    }

    @Test
    void anythingElseIsNoResource() {
        assertThat(Resource.ofKind("attributes")).isEmpty();
        assertThat(Resource.named("attribute")).isEmpty();
    }

    @Test
    void aProjectHasDefinitionsInTheOrderOfTheirReferences() {
        assertThat(Resource.project.parts()).containsExactly(attributes, events, audiences, experiences);
        assertThat(attributes.parts()).isEqualTo(List.of(attributes));
        assertThat(Resource.geolocation.parts()).isEmpty();
        assertThat(Resource.projects.parts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOperationIsFoundInAnyCase(Operation operation) {
        assertThat(Operation.named(operation.name().toUpperCase())).contains(operation);
        assertThat(Operation.named(operation + "s")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatToDoOnAConflictIsSpelledAsItIs(OnConflict onConflict) {
        assertThat(OnConflict.named(onConflict.name())).contains(onConflict);
        assertThat(OnConflict.named(onConflict.name().toUpperCase())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aws-na, https://personalize-api.contentstack.com, https://app.contentstack.com/apps-api/token",
            "aws-eu, https://eu-personalize-api.contentstack.com, https://eu-app.contentstack.com/apps-api/token",
            "aws-au, https://au-personalize-api.contentstack.com, https://au-app.contentstack.com/apps-api/token",
            "azure-na, https://azure-na-personalize-api.contentstack.com, https://azure-na-app.contentstack.com/apps-api/token",
            "azure-eu, https://azure-eu-personalize-api.contentstack.com, https://azure-eu-app.contentstack.com/apps-api/token",
            "gcp-na, https://gcp-na-personalize-api.contentstack.com, https://gcp-na-app.contentstack.com/apps-api/token",
            "gcp-eu, https://gcp-eu-personalize-api.contentstack.com, https://gcp-eu-app.contentstack.com/apps-api/token"})
    void aRegionHasAServiceAndATokenEndpoint(String label, URI service, URI tokens) {
        Region region = Region.named(label).orElseThrow();

        assertThat(region.label()).isEqualTo(label);
        assertThat(region.baseUrl()).isEqualTo(service);
        assertThat(region.tokenUrl()).isEqualTo(tokens);
        assertThat(Region.of(URI.create(service.toString().toUpperCase() + "/gateway"))).contains(region);
        assertThat(Region.hosts(service)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"azure-eu", "AZURE-EU", "azure_eu", "Azure_EU"})
    void aRegionIsFoundInAnySpelling(String name) {
        assertThat(Region.named(name)).contains(Region.AZURE_EU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "", "aws-eu1"})
    void anythingElseIsNoRegion(String name) {
        assertThat(Region.named(name)).isEmpty();
    }

    @Test
    void anotherHostIsNoRegion() {
        URI gateway = URI.create("https://gateway.example.com");

        assertThat(Region.of(gateway)).isEqualTo(Optional.empty());
        assertThat(Region.hosts(gateway)).isFalse();
    }

    @Test
    void messagesNameAllRegions() {
        assertThat(Region.labels()).isEqualTo("aws-na, aws-eu, aws-au, azure-na, azure-eu, gcp-na, gcp-eu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            listCountries | US, CA;MX    | US/CA/MX
            listCountries | ,US,,        | US
            listCities    | chicago,IL,US; paris,IDF,FR ; | chicago,IL,US/paris,IDF,FR
            """)
    void anOptionWithSeveralCodesIsSentAsSeveralParameters(Operation operation, String text, String values) {
        assertThat(String.join("/", parameter("code", operation).values(text))).isEqualTo(values);
    }

    @Test
    void aParameterWithOneValueIsSentAsItIs() {
        assertThat(parameter("name", Operation.listCities).values(" a, b;c ")).containsExactly(" a, b;c ");
    }

    private static Parameter parameter(String option, Operation operation) {
        Dialect live = LiveDialect.table();
        return live.parameters(live.call(Resource.geolocation, operation).orElseThrow()).stream()
                .filter(parameter -> parameter.option().equals(option)).findFirst().orElseThrow();
    }
}
