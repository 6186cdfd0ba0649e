// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import io.github.camelpersonalize.PersonalizeComponent;
import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBundleBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import org.apache.camel.quarkus.core.deployment.spi.CamelServiceDestination;
import org.apache.camel.quarkus.core.deployment.spi.CamelServicePatternBuildItem;

import static io.quarkus.bootstrap.classloading.QuarkusClassLoader.isClassPresentAtRuntime;

/**
 * Registers what the component needs in a native image. All of it is read from the component's jar, so that nothing is to be added here when
 * the jar has a new class or a new file.
 */
class PersonalizeProcessor {

    private static final String FEATURE = "camel-personalize";
    private static final String SPAN_DECORATOR = "org.apache.camel.telemetry.SpanDecorator";
    private static final String KAFKA = "org.apache.camel.component.kafka.KafkaEndpoint";
    private static final String KAFKA_RECORDS = "io.github.camelpersonalize.kafka.KafkaRecords";
    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem https() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** What Camel finds by name, beyond that which Camel Quarkus looks for: the developer console. */
    @BuildStep
    CamelServicePatternBuildItem services() {
        return new CamelServicePatternBuildItem(CamelServiceDestination.DISCOVERY, true,
                "META-INF/services/org/apache/camel/dev-console/personalize");
    }

    @BuildStep
    ReflectiveClassBuildItem reflection(ApplicationArchivesBuildItem archives) {
        return ReflectiveClassBuildItem.builder(ReflectiveClasses.of(component(archives).getIndex())).methods().fields()
                .reason("Jackson or Camel reads it by reflection").build();
    }

    @BuildStep
    NativeImageResourceBuildItem resources(ApplicationArchivesBuildItem archives) {
        return new NativeImageResourceBuildItem(JarResources.of(component(archives)));
    }

    /** The texts of the JSON schema validator, whose jar brings all the rest. */
    @BuildStep
    NativeImageResourceBundleBuildItem schemaMessages() {
        return new NativeImageResourceBundleBuildItem("jsv-messages");
    }

    /** What the component uses where it is present, and asks for by name. */
    @BuildStep
    void optional(BuildProducer<ServiceProviderBuildItem> providers, BuildProducer<ReflectiveClassBuildItem> classes) {
        if (isClassPresentAtRuntime(SPAN_DECORATOR)) {
            providers.produce(ServiceProviderBuildItem.allProvidersFromClassPath(SPAN_DECORATOR));
        }
        if (isClassPresentAtRuntime(KAFKA)) {
            classes.produce(ReflectiveClassBuildItem.builder(KAFKA_RECORDS).methods()
                    .reason("routes name it and its methods").build());
        }
        if (isClassPresentAtRuntime(METER_REGISTRY)) {
            classes.produce(ReflectiveClassBuildItem.builder(METER_REGISTRY).constructors(false).build());
        }
    }

    private static ApplicationArchive component(ApplicationArchivesBuildItem archives) {
        return archives.containingArchive(PersonalizeComponent.class.getName());
    }
}
