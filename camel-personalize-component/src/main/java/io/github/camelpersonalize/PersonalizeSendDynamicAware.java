// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.binding.ComputedTarget;
import io.github.camelpersonalize.binding.DynamicUri;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@code toD} send to one endpoint, however many uids and keys it computes: {@code toD("personalize:audiences?operation=delete&uid=${body}")}
 * becomes the endpoint without them, and its producer gets them beside the message. A message decides values and nothing else.
 */
@SendDynamic("personalize")
public class PersonalizeSendDynamicAware extends SendDynamicAwareSupport {

    private volatile @Nullable Parsed parsed;

    /** The URI of the route: each {@code toD} has a {@code PersonalizeSendDynamicAware} of its own. */
    private record Parsed(String originalUri, DynamicUri uri) {}

    /** What was computed for one exchange. */
    private static final class Entry extends DynamicAwareEntry {

        private final DynamicUri.Computed computed;

        Entry(String uri, String originalUri, DynamicUri.Computed computed) {
            super(uri, originalUri, Map.of(), Map.of());
            this.computed = computed;
        }
    }

    /**
     * Camel would look up the names of the options, which only lenient components need, and would ask the generated factory for prefixes in a form
     * that changed between 4.14 and 4.18. Without this lookup, one jar works with both.
     */
    @Override
    protected void doInit() {}

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        DynamicUri.Computed computed = dynamicUri(originalUri).compute(exchange, uri);
        if (computed.refusal() != null) {
            throw new PersonalizeRejectedException(computed.refusal(),
                    new PersonalizeException.ErrorDetails(null, null, null, 0, "BAD_URI", List.of(), Outcome.REJECTED, null));
        }
        return new Entry(uri, originalUri, computed);
    }

    /** The placeholders of the author are resolved here; those of a message are never. */
    private DynamicUri dynamicUri(String originalUri) {
        Parsed last = parsed;
        if (last == null || !last.originalUri().equals(originalUri)) {
            String text = EndpointHelper.resolveEndpointUriPropertyPlaceholders(getCamelContext(), originalUri);
            last = new Parsed(originalUri, DynamicUri.parse(text, getCamelContext().resolveLanguage("simple")));
            parsed = last;
        }
        return last.uri();
    }

    @Override
    public @Nullable String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return ((Entry) entry).computed.uri();
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return ((Entry) entry).computed.target()::hand;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return ComputedTarget::clear;
    }
}
