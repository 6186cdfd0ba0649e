// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists and files of 100 000 definitions, in a process with a heap of 64 MB. */
class SmallHeapTest {

    private static String definitions(int number) {
        return IntStream.range(0, number)
                .mapToObj(
                        i -> "{\"uid\":\"%024x\",\"key\":\"attribute_%d\",\"name\":\"Attribute %d\",\"data_type\":\"number\"}".formatted(i,
                                i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String printed(String what, String list) throws IOException, InterruptedException {
        try (RecordingServer service = new RecordingServer(200, list)) {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp",
                    System.getProperty("java.class.path"), SmallHeap.class.getName(), what, service.baseUrl())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return printed.strip();
        }
    }

    @Test
    void F116_aListOfAHundredThousandDefinitionsNeedsNoMoreThan64Megabytes() throws Exception {
        assertThat(printed("list", definitions(100_000))).isEqualTo("100000 definitions");
    }

    @Test
    void F116_aFileOfAHundredThousandRowsNeedsNoMoreThan64Megabytes() throws Exception {
        assertThat(printed("rows", definitions(1_000))).isEqualTo("100000 rows");
    }
}
