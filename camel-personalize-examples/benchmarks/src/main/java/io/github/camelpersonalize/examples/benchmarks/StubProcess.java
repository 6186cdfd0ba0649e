// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.IOException;
import java.util.List;

/** A {@link Stub} in a process of its own, so that neither its threads nor its garbage are those that are measured. */
final class StubProcess implements AutoCloseable {

    private final ForkedJvm jvm;
    private final String url;

    private StubProcess(ForkedJvm jvm, String url) {
        this.jvm = jvm;
        this.url = url;
    }

    /** @param delayMillis before each answer */
    static StubProcess start(int delayMillis) throws IOException {
        return start(delayMillis, 0);
    }

    /** @param attributes how many it lists */
    static StubProcess start(int delayMillis, int attributes) throws IOException {
        ForkedJvm jvm = ForkedJvm.start(Jdk.current(), List.of("-Xmx128m", "-XX:+UseSerialGC"), Stub.class, delayMillis, attributes);
        return new StubProcess(jvm, "http://localhost:" + jvm.readLine());
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        jvm.close();
    }
}
