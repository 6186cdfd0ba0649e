// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.credentials.TokenStore;
import io.github.camelpersonalize.model.JsonDocument;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParams;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * The classes of the component that Jackson makes and reads, those whose options Camel sets by name, and those that users name in YAML and
 * properties.
 */
final class ReflectiveClasses {

    private static final DotName DOCUMENT = DotName.createSimple(JsonDocument.class);
    private static final List<DotName> OPTIONS = List.of(DotName.createSimple(UriParams.class), DotName.createSimple(Metadata.class));
    private static final List<DotName> STORES = List.of(DotName.createSimple(StateRepository.class),
            DotName.createSimple(TokenStore.class));
    private static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation";

    private ReflectiveClasses() {}

    static String[] of(IndexView component) {
        return Stream
                .of(component.getAllKnownImplementations(DOCUMENT).stream(),
                        component.getKnownClasses().stream().filter(ReflectiveClasses::isAnnotatedForJackson),
                        component.getKnownClasses().stream().filter(type -> OPTIONS.stream().anyMatch(type::hasDeclaredAnnotation)),
                        STORES.stream().flatMap(store -> component.getAllKnownImplementations(store).stream())
                                .filter(type -> Modifier.isPublic(type.flags())))
                .flatMap(classes -> classes).map(type -> type.name().toString()).distinct().sorted().toArray(String[]::new);
    }

    private static boolean isAnnotatedForJackson(ClassInfo type) {
        return type.annotationsMap().keySet().stream().anyMatch(name -> JACKSON_ANNOTATIONS.equals(name.packagePrefix()));
    }
}
