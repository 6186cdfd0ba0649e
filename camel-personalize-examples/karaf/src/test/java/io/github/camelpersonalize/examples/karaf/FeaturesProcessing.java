// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Karaf's own way to install other bundles than a feature names: {@code etc/org.apache.karaf.features.xml}. camel-karaf's bundles are Camel's jars with an OSGi
 * manifest. Not every mirror of Maven Central has them; it has Camel's jars, so Karaf wraps those, under the versions that camel-karaf's features ask for.
 */
final class FeaturesProcessing {

    private static final String CAMEL_KARAF = System.getProperty("camel-karaf.version");
    private static final String CAMEL = System.getProperty("camel.version");

    /** Own code of camel-karaf that no route here needs. A feature's bundle cannot be left out, so that one which is there already stands in. */
    private static final List<String> NOT_NEEDED = List.of("camel-karaf-shell", "camel-vm", "camel-directvm");

    private FeaturesProcessing() {}

    /** @param system a repository with Camel's jars */
    static String of(Path system) throws IOException {
        try (Stream<Path> artifacts = Files.list(system.resolve("org/apache/camel"))) {
            Stream<String> wrapped = artifacts.filter(artifact -> Files.exists(artifact.resolve(CAMEL)))
                    .map(artifact -> artifact.getFileName().toString()).sorted().map(artifact -> replacement(artifact, wrapped(artifact)));
            Stream<String> replaced = NOT_NEEDED.stream()
                    .map(artifact -> replacement(artifact, "mvn:org.apache.camel.karaf/camel-core-osgi/" + CAMEL_KARAF));
            return Stream.concat(wrapped, replaced).collect(Collectors.joining("\n", """
                    <featuresProcessing xmlns="http://karaf.apache.org/xmlns/features-processing/v1.0.0">
                      <bundleReplacements>
                    """, """

                      </bundleReplacements>
                    </featuresProcessing>
                    """));
        }
    }

    private static String replacement(String artifact, String by) {
        return "    <bundle originalUri=\"mvn:org.apache.camel.karaf/%s/%s\" replacement=\"%s\" mode=\"maven\"/>".formatted(artifact,
                CAMEL_KARAF, by);
    }

    private static String wrapped(String artifact) {
        return "wrap:mvn:org.apache.camel/%1$s/%2$s$Bundle-SymbolicName=%1$s&amp;Bundle-Version=%3$s&amp;Export-Package=org.apache.camel*;version=%3$s"
                .formatted(artifact, CAMEL, CAMEL_KARAF);
    }
}
