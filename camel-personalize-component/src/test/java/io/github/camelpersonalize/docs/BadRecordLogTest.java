// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.faults.TraceLog;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Route files of the examples, which people copy: a bad record is one line of the log, which says what is wrong,
 * and one of the file consumer, but not a page. */
class BadRecordLogTest extends EmulatedRoutes {

    private static final Path EXAMPLES = Path.of("../camel-personalize-examples");

    @TempDir
    private Path inbox;

    @ParameterizedTest
    @CsvSource({"main/src/main/resources/camel/attributes.camel.yaml, yaml, .refused",
            "main/src/main/resources/camel/attributes.camel.xml, xml, .refused",
            "jbang/attributes.camel.yaml, ., .failed", "karaf/src/main/blueprint/attributes-from-files.xml, ., .failed"})
    void aBadRecordIsOneLine(String file, String folder, String aside) throws Exception {
        context.getPropertiesComponent().addInitialProperty("inbox", inbox.toString());
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(Path.of(file).getFileName().toString(), routes(file)));

        try (TraceLog log = new TraceLog()) {
            Path written = Files.writeString(inbox.resolve("age.tmp"), "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"colour\"}");
            Files.move(written, Files.createDirectories(inbox.resolve(folder)).resolve("age.json"));
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(inbox.resolve(folder).resolve(aside + "/age.json")));

            List<String> lines = log.text().lines().filter(line -> !line.contains("] INFO ")).toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).contains("] ERROR ")
                    .endsWith("PersonalizeRejectedException: attribute \"age\": /data_type must be one of string, number, boolean, date;"
                            + " it is \"colour\" (age.json:1)");
            assertThat(lines.get(1)).contains("] WARN ", "Rollback file strategy");
        }
        assertThat(calls()).isEmpty();
    }

    /** Blueprint has more than routes. */
    private static String routes(String file) throws Exception {
        String text = Files.readString(EXAMPLES.resolve(file));
        return text.contains("<blueprint") ? text.substring(text.indexOf("<route "), text.indexOf("</camelContext>")) : text;
    }
}
