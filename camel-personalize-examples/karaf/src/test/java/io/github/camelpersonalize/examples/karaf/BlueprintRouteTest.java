// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeEndpoint;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** camel-blueprint is not in every mirror of Maven Central: here Camel itself runs the route of the Blueprint file, with its options. */
@ExtendWith(PersonalizeEmulatorExtension.class)
class BlueprintRouteTest {

    /** A line of the configuration, also one that is commented out. */
    private static final Pattern OPTION = Pattern.compile("^(?:# )?(personalize\\.\\w+) = ", Pattern.MULTILINE);

    private final Document blueprint = read(Path.of("src/main/blueprint/attributes-from-files.xml"));

    @Test
    void theRouteCreatesTheAttributeOfAFile(@TempDir Path inbox, PersonalizeEmulator emulator) throws Exception {
        Map<String, String> configuration = Map.of("personalize.region", "aws-eu", "personalize.baseUrl", emulator.baseUrl(),
                "personalize.projectUid", "p1", "personalize.authtoken", emulator.authtoken());
        try (CamelContext camel = new DefaultCamelContext()) {
            Properties placeholders = new Properties();
            placeholders.put("inbox", inbox.toString());
            camel.getPropertiesComponent().setInitialProperties(placeholders);
            camel.addComponent("personalize", component(camel, configuration));
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("route.xml", text(elements("route").get(0))));
            camel.start();

            Files.writeString(inbox.resolve("age.json"), "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");

            await().atMost(Duration.ofMinutes(1)).until(() -> emulator.project("p1").attributes().size() == 1);
            assertThat(emulator.project("p1").attribute("age").path("name").asText()).isEqualTo("Age");
        }
    }

    @Test
    void withoutABaseUrlTheRegionDecidesTheHost() throws Exception {
        assertThat(defaults()).isEqualTo(Map.of("personalize.baseUrl", ""));
        Map<String, String> configuration = Map.of("personalize.region", "aws-eu", "personalize.projectUid", "p1", "personalize.authtoken",
                "t");
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.addComponent("personalize", component(camel, configuration));
            camel.start();

            assertThat(camel.getEndpoint("personalize:attributes?operation=create", PersonalizeEndpoint.class).getServiceUrl())
                    .isEqualTo("https://eu-personalize-api.contentstack.com");
        }
    }

    @Test
    void theOptionsInTheConfigurationAreReadAndNoOthers() throws Exception {
        String shipped = Files.readString(Path.of("src/main/karaf/etc/io.github.camelpersonalize.example.cfg"));

        assertThat(placeholders().values())
                .containsExactlyInAnyOrderElementsOf(OPTION.matcher(shipped).results().map(line -> line.group(1)).toList());
    }

    @Test
    void theBeansAreThoseOfTheComponent() {
        assertThat(elements("bean")).extracting(bean -> bean.getAttribute("class"))
                .containsExactly(PersonalizeComponent.class.getName(), PersonalizeConfiguration.class.getName());
    }

    private PersonalizeComponent component(CamelContext camel, Map<String, String> configuration) {
        PersonalizeConfiguration options = new PersonalizeConfiguration();
        placeholders().forEach((option, placeholder) -> {
            String value = configuration.getOrDefault(placeholder, defaults().get(placeholder));
            PropertyBindingSupport.build().withMandatory(true).bind(camel, options, option, value);
        });
        PersonalizeComponent component = new PersonalizeComponent();
        component.setConfiguration(options);
        return component;
    }

    /** The placeholder of each option. */
    private Map<String, String> placeholders() {
        return elements("property").stream().filter(property -> property.hasAttribute("value"))
                .collect(Collectors.toMap(property -> property.getAttribute("name"), property -> {
                    String value = property.getAttribute("value");
                    return value.substring("${".length(), value.length() - "}".length());
                }));
    }

    private Map<String, String> defaults() {
        return elements("cm:property").stream()
                .collect(Collectors.toMap(property -> property.getAttribute("name"), property -> property.getAttribute("value")));
    }

    private List<Element> elements(String name) {
        NodeList found = blueprint.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }

    private static String text(Element element) throws Exception {
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(element), new StreamResult(text));
        return text.toString();
    }

    private static Document read(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
