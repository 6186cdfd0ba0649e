// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CuratedApplicationShutdownBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem.RunningDevService;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import org.apache.camel.util.StringHelper;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A Dev Service: in dev and test mode an application that names no service and no credential gets the emulator. One that names any of them knows which
 * service it wants.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class EmulatorProcessor {

    static final String PREFIX = "camel.component.personalize.";
    static final String PROJECT = "project-uid";
    private static final String DIALECT = "dialect";
    private static final String DEFAULT_DIALECT = "contract";
    private static final String DEFAULT_PROJECT = "dev";

    /** Each of them says which service is meant. */
    private static final List<String> SERVICE = List.of("base-url", "region", "authtoken", "access-token", "client-id", "oauth-profile",
            "credentials");

    /** Kept when the application is built again in dev mode, with what it contains, unless that wants another one. */
    private static EmulatorService running;

    /** Absent where the application says which service it wants. */
    @SuppressWarnings("deprecation") // A service that Quarkus starts itself has no address yet when the application reads its configuration.
    @BuildStep
    DevServicesResultBuildItem emulator(CuratedApplicationShutdownBuildItem shutdown) {
        boolean isNamed = SERVICE.stream().anyMatch(option -> value(option).isPresent());
        String dialect = value(DIALECT).orElse(DEFAULT_DIALECT);
        String project = value(PROJECT).orElse(DEFAULT_PROJECT);
        if (running != null && (isNamed || !running.serves(dialect, project))) {
            stop();
        }
        if (isNamed) {
            return null;
        }
        if (running == null) {
            running = EmulatorService.start(dialect, project);
            shutdown.addCloseTask(EmulatorProcessor::stop, true);
        }
        return new RunningDevService("camel-personalize", null, running::close, running.options()).toBuildItem();
    }

    private static void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** The value of an option in any of its spellings; an empty one counts as not set. */
    private static Optional<String> value(String option) {
        return spellings(option).map(name -> ConfigProvider.getConfig().getOptionalValue(PREFIX + name, String.class))
                .flatMap(Optional::stream)
                .filter(value -> !value.isBlank()).findFirst();
    }

    /** {@code base-url}, {@code baseUrl} and {@code baseurl}, as variables of the environment are read. */
    private static Stream<String> spellings(String option) {
        return Stream.of(option, StringHelper.dashToCamelCase(option), option.replace("-", "")).distinct();
    }
}
