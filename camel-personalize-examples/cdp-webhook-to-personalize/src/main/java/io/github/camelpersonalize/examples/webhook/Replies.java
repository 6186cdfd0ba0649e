// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.PersonalizeConstants;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the sender of a message is told, always in JSON. */
public final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREATED = "created";

    /** A message has come in. */
    public void begin(Exchange exchange) {
        exchange.setProperty(CREATED, new ArrayList<String>());
    }

    /** A definition that the message implies is there now. */
    public void settled(@Header(PersonalizeConstants.OUTCOME) String outcome, @ExchangeProperty(CREATED) List<String> created,
            @ExchangeProperty("implied") Implied implied) {
        if (outcome.equals("CREATED")) {
            created.add(implied.toString());
            LOG.info("created {}", implied);
        }
    }

    /** The project has a definition that is almost the one implied. */
    public void tolerated(Exchange exchange) {
        LOG.warn("left as it is: {}", reason(exchange).getMessage());
    }

    /** All that the message implies is there. */
    public void accepted(Exchange exchange) throws JsonProcessingException {
        reply(exchange, 202, Map.of(CREATED, exchange.getProperty(CREATED)));
    }

    /** The message is at fault. */
    public void bad(Exchange exchange) throws JsonProcessingException {
        Throwable reason = reason(exchange);
        reply(exchange, reason instanceof BadMessageException bad ? bad.status() : 400, Map.of("error", reason.getMessage()));
    }

    /** The message may be as good as any; why it could not be served is no business of the sender. */
    public void unavailable(Exchange exchange) throws JsonProcessingException {
        LOG.warn("not served: {}", reason(exchange).getMessage());
        reply(exchange, 503, Map.of("error", "the message cannot be served now; send it again later"));
        exchange.getMessage().setHeader("Retry-After", "5");
    }

    /** The splitter wraps what befell one of the parts. */
    private static Throwable reason(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return caught instanceof CamelExchangeException && caught.getCause() != null ? caught.getCause() : caught;
    }

    private static void reply(Exchange exchange, int status, Map<String, ?> body) throws JsonProcessingException {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(JSON.writeValueAsString(body));
    }
}
