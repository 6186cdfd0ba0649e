// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.cdp.InferenceRules;
import io.github.camelpersonalize.cdp.KeyStyle;
import io.github.camelpersonalize.cdp.NameFilter;
import io.github.camelpersonalize.cdp.SegmentRules;
import io.github.camelpersonalize.cdp.SegmentStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentStreamsTest {

    private static final InferenceRules ANY = new InferenceRules(KeyStyle.as_is, new NameFilter("*", ""), 100, "maxAttributes");
    private static final SegmentRules RULES = new SegmentRules(Dialect.CONTRACT, ANY, ANY, false, false);

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    @Test
    void theTransformersOfOneNameShareAStream() {
        SegmentStream stream = stream("customers");

        assertThat(stream("customers")).isNotNull().isSameAs(stream);
        assertThat(stream("others")).isNotSameAs(stream);
    }

    private SegmentStream stream(String transformer) {
        return SegmentStreams.of(context).of(transformer, RULES, LoggerFactory.getLogger(SegmentStreamsTest.class));
    }
}
