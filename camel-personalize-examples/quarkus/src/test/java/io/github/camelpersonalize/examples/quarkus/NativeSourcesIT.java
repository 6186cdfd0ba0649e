// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Quarkus hands to GraalVM for this application, without GraalVM. What the component needs is read from its jar, where a test of the
 * component keeps it in step with the code.
 */
class NativeSourcesIT {

    private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.";

    /** Camel Quarkus loads type converters when it builds the application. */
    private static final String MADE_AT_BUILD_TIME = "ConverterLoader";

    private final NativeConfig component = NativeConfig.ofTheComponent();
    private final NativeConfig application = NativeConfig.ofTheApplication();

    @Test
    void the_extension_registers_every_class_that_is_used_by_reflection_and_the_way_it_is_used() {
        Map<String, Set<String>> needed = component.reflectiveClasses();
        needed.keySet().removeIf(name -> name.startsWith(CAFFEINE) || name.endsWith(MADE_AT_BUILD_TIME));

        assertThat(needed).containsKey("io.github.camelpersonalize.model.Audience");
        assertThat(needed).allSatisfy((name, access) -> assertThat(application.reflectiveClasses()).hasEntrySatisfying(name,
                granted -> assertThat(granted).as(name).containsAll(access)));
    }

    @Test
    void the_caches_are_left_to_the_extension_for_Caffeine() {
        assertThat(component.reflectiveClasses()).containsKeys(CAFFEINE + "SSMS", CAFFEINE + "PSMS");
        assertThat(application.arguments()).contains("io.quarkus.caffeine.runtime.graal.CacheConstructorsFeature");
    }

    @Test
    void the_extension_registers_every_file_of_the_components_jar_that_is_read() {
        assertThat(component.files()).contains("io/github/camelpersonalize/definition/contract/audience.json",
                "io/github/camelpersonalize/client/version.txt");
        assertThat(component.files()).filteredOn(component::isResource)
                .allSatisfy(file -> assertThat(application.isResource(file)).as(file).isTrue());
    }

    @Test
    void the_texts_of_the_schema_validator_are_registered() {
        assertThat(component.bundles()).containsExactly("jsv-messages");
        assertThat(application.bundles()).contains("jsv-messages");
    }

    @Test
    void the_image_speaks_TLS() {
        assertThat(application.arguments()).contains("--enable-url-protocols=http,https");
    }
}
