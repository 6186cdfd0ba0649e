// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.URISupport;

/**
 * Lets {@code toD} send to one endpoint, however many uids and keys it computes: {@code toD("personalize:audiences?operation=delete&uid=${body}")}
 * becomes the endpoint without them, and the headers that say the same.
 */
@SendDynamic("personalize")
public class PersonalizeSendDynamicAware extends SendDynamicAwareSupport {

    private static final Map<String, String> HEADERS = Map.of("uid", PersonalizeConstants.UID, "key", PersonalizeConstants.KEY);

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
        Map<String, Object> options = endpointProperties(exchange, uri);
        requireNoneAdded(options, URISupport.parseQuery(URISupport.extractQuery(originalUri)));
        return new DynamicAwareEntry(uri, originalUri, options, null);
    }

    /**
     * The computed part may contain {@code &baseUrl=…}: a message from an untrusted sender would then add an option to the URI of the route, and send
     * the credential to any host.
     */
    private static void requireNoneAdded(Map<String, Object> options, Map<String, Object> written) throws PersonalizeRejectedException {
        List<String> added = options.entrySet().stream().filter(option -> !written.containsKey(option.getKey())
                || option.getValue() instanceof List<?> && !(written.get(option.getKey()) instanceof List<?>)).map(Map.Entry::getKey)
                .toList();
        if (!added.isEmpty()) {
            throw new PersonalizeRejectedException("what was computed for toD adds options to the URI (" + String.join(", ", added)
                    + "); send the uid or key in the header " + PersonalizeConstants.UID + " or " + PersonalizeConstants.KEY + " instead",
                    new PersonalizeException.ErrorDetails(null, null, null, 0, "BAD_URI", List.of(), Outcome.REJECTED, null));
        }
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> others = new LinkedHashMap<>(entry.getProperties());
        return others.keySet().removeAll(HEADERS.keySet()) ? asEndpointUri(exchange, entry.getUri(), others) : null;
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        if (HEADERS.keySet().stream().noneMatch(entry.getProperties()::containsKey)) {
            return null;
        }
        return target -> HEADERS.forEach((option, header) -> {
            target.getMessage().removeHeader(header);
            if (entry.getProperties().get(option) != null) {
                target.getMessage().setHeader(header, entry.getProperties().get(option).toString());
            }
        });
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }
}
