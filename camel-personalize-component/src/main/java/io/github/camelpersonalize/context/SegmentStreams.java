// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.HashMap;
import java.util.Map;

import io.github.camelpersonalize.cdp.LoggingListener;
import io.github.camelpersonalize.cdp.SegmentRules;
import io.github.camelpersonalize.cdp.SegmentStream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;

/**
 * The streams of one CamelContext by the names of their transformers. On Camel 4.14, two threads with the first messages may each get a
 * transformer of their own. They must share one stream, or one attribute might get two types.
 */
public final class SegmentStreams extends ServiceSupport {

    private final Map<String, SegmentStream> streams = new HashMap<>();

    private SegmentStreams() {}

    /** The streams of the context; all transformers share them. */
    public static SegmentStreams of(CamelContext context) {
        return ContextServices.of(context, SegmentStreams.class, SegmentStreams::new);
    }

    /**
     * The stream of a transformer, created with these rules if there is none.
     *
     * @param log where the stream reports what people should look at
     */
    public synchronized SegmentStream of(String transformer, SegmentRules rules, Logger log) {
        return streams.computeIfAbsent(transformer, name -> new SegmentStream(rules, new LoggingListener(log, name)));
    }
}
