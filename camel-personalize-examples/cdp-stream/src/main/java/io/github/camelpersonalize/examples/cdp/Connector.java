// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.util.Map;

import io.github.camelpersonalize.SegmentDataTypeTransformer;
import io.github.camelpersonalize.cdp.SegmentStream;
import org.apache.camel.main.Main;
import org.apache.camel.spi.TransformerKey;

/** Camel with the route of {@code camel/cdp-stream.camel.yaml}. */
final class Connector implements AutoCloseable {

    private final Main camel = new Main();

    /**
     * Not started yet.
     *
     * @param overrides
     *            properties that win over all others
     */
    Connector(Map<String, String> overrides) {
        overrides.forEach(camel::addOverrideProperty);
    }

    /** Starts the route, and leaves it to itself. */
    void start() {
        camel.start();
    }

    /** Starts the route, and waits until the process is asked to end. */
    void run() throws Exception {
        camel.run();
    }

    /** What the stream has come to so far. */
    SegmentStream.Counts counts() {
        return ((SegmentDataTypeTransformer) camel.getCamelContext().getTransformerRegistry()
                .resolveTransformer(new TransformerKey(SegmentDataTypeTransformer.NAME))).getCounts();
    }

    /** Lets the batch that is under way come to its end. */
    @Override
    public void close() {
        camel.stop();
    }
}
