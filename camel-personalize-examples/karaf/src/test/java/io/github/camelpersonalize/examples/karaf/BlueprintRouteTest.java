// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

    private final Document blueprint = read(Path.of("src/main/blueprint/attributes-from-files.xml"));

    @Test
    void theRouteCreatesTheAttributeOfAFile(@TempDir Path inbox, PersonalizeEmulator emulator) throws Exception {
        Map<String, String> configuration = Map.of("personalize.region", "aws-eu", "personalize.projectUid", "p1", "personalize.authtoken",
                emulator.authtoken());
        try (CamelContext camel = new DefaultCamelContext()) {
            Properties placeholders = new Properties();
            placeholders.put("inbox", inbox.toString());
            camel.getPropertiesComponent().setInitialProperties(placeholders);
            camel.addComponent("personalize", component(camel, configuration, emulator.baseUrl()));
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("route.xml", text(elements("route").get(0))));
            camel.start();

            Files.writeString(inbox.resolve("age.json"), "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");

            await().atMost(Duration.ofMinutes(1)).until(() -> emulator.project("p1").attributes().size() == 1);
            assertThat(emulator.project("p1").attribute("age").path("name").asText()).isEqualTo("Age");
        }
    }

    @Test
    void theBeansAreThoseOfTheComponent() {
        assertThat(elements("bean")).extracting(bean -> bean.getAttribute("class"))
                .containsExactly(PersonalizeComponent.class.getName(), PersonalizeConfiguration.class.getName());
    }

    private PersonalizeComponent component(CamelContext camel, Map<String, String> configuration, String baseUrl) {
        PersonalizeConfiguration options = new PersonalizeConfiguration();
        options.setBaseUrl(baseUrl);
        for (Element property : elements("property")) {
            String value = property.getAttribute("value");
            if (!value.isEmpty()) {
                PropertyBindingSupport.build().withMandatory(true).bind(camel, options, property.getAttribute("name"),
                        configuration.get(value.substring("${".length(), value.length() - 1)));
            }
        }
        PersonalizeComponent component = new PersonalizeComponent();
        component.setConfiguration(options);
        return component;
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
