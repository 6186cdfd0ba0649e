// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.binding.DocumentsReader.Document;
import io.github.camelpersonalize.binding.DocumentsReader.Documents;
import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.cdp.Inference;
import io.github.camelpersonalize.cdp.SegmentMessage;
import io.github.camelpersonalize.cdp.SegmentStream;
import io.github.camelpersonalize.context.SegmentStreams;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.text.OneLine;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Infers attributes and events from customer-data messages of the Segment spec, as a fragment of a manifest for
 * {@code personalize:project?operation=upsert}. Each item of a batch becomes a fragment. Exchanges and messages in a batch, such as those of
 * camel-kafka's batching consumer, are copied with headers and properties: the copies have their fragment as body, and the original body in the
 * exchange property {@value #ORIGINAL_BODY}, for a dead-letter topic.
 * <p>
 * Any other message is rejected: a single one with a {@link PersonalizeRejectedException}, its body unchanged; an item of a batch becomes
 * {@code {"fault": "…"}}, which the upsert reports as rejected. A message without a body is left as it is.
 */
@DataTypeTransformer(name = SegmentDataTypeTransformer.NAME, description = "Infers attributes and events from customer-data messages of the Segment spec (Segment, RudderStack, Jitsu)")
public class SegmentDataTypeTransformer extends Transformer {

    public static final String NAME = "personalize:segment";

    /** The property of an exchange in a batch that keeps what was its body. */
    public static final String ORIGINAL_BODY = "CamelPersonalizeOriginalBody";

    private static final Logger LOG = LoggerFactory.getLogger(SegmentDataTypeTransformer.class);

    private final @Nullable SegmentOptions options;
    private SegmentStream stream;

    /** With the options that the registry has, or the defaults. */
    public SegmentDataTypeTransformer() {
        this.options = null;
    }

    /**
     * Another one beside {@value #NAME}, for a second stream with rules of its own. Bind it in the registry under its name.
     *
     * @param context in which it is used
     * @param name such as {@code personalize:orders}
     * @param options of this stream
     */
    public SegmentDataTypeTransformer(CamelContext context, String name, SegmentOptions options) {
        this.options = options;
        setCamelContext(context);
        setName(name);
    }

    /** What has happened since the start. */
    public SegmentStream.Counts getCounts() {
        return stream.counts();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        stream = SegmentStreams.of(getCamelContext()).of(getName(), (options == null ? registered() : options).rules(), LOG);
    }

    @Override
    public void transform(Message message, DataType from, DataType to) throws PersonalizeRejectedException {
        if (message.getBody() == null) {
            return;
        }
        Documents<SegmentMessage> read = MessageBinding.readDocuments(message, stream::read);
        message.setBody(read.isBatch() ? many(message.getBody(), read.all()) : one(read.all().get(0)));
    }

    private Definition one(Document<SegmentMessage> item) throws PersonalizeRejectedException {
        Inference inference = infer(item);
        if (inference instanceof Inference.Rejected rejected) {
            throw rejected(item, rejected.error());
        }
        return fragmentOrFault(inference);
    }

    private static PersonalizeRejectedException rejected(Document<SegmentMessage> item, FieldError error) {
        String from = item.coordinates() == null ? "" : " (" + item.coordinates() + ")";
        String message = "no message of the Segment spec: " + error + from;
        return new PersonalizeRejectedException(OneLine.message(message),
                new PersonalizeException.ErrorDetails("message", null, item.coordinates(), 0, "INVALID",
                        List.of(error), Outcome.REJECTED, null));
    }

    /** The same body if all its items stay. */
    private Object many(Object body, List<Document<SegmentMessage>> items) {
        Iterator<?> sources = sources(body);
        List<Object> results = new ArrayList<>(items.size());
        boolean isSame = sources.hasNext();
        for (Document<SegmentMessage> item : items) {
            Object source = sources.hasNext() ? sources.next() : null;
            Object result = item(source, item);
            isSame &= result == source;
            results.add(result);
        }
        return isSame ? body : results;
    }

    private Object item(@Nullable Object source, Document<SegmentMessage> item) {
        if (source instanceof Exchange exchange) {
            return exchange.getMessage().getBody() == null ? source : copy(exchange, exchange.getMessage(), item);
        }
        if (source instanceof Message message) {
            return message.getBody() == null ? source : copy(message, item);
        }
        return fragmentOrFault(infer(item));
    }

    /** Other branches of the route have the same exchanges: they keep theirs. */
    private Exchange copy(Exchange exchange, Message message, Document<SegmentMessage> item) {
        Exchange copy = ExchangeHelper.createCopy(exchange, true);
        copy.setProperty(ORIGINAL_BODY, message.getBody());
        copy.setMessage(message.copy());
        copy.getMessage().setBody(fragmentOrFault(infer(item)));
        return copy;
    }

    private Message copy(Message message, Document<SegmentMessage> item) {
        if (message.getExchange() != null) {
            return copy(message.getExchange(), message, item).getMessage();
        }
        Message copy = message.copy();
        copy.setBody(fragmentOrFault(infer(item)));
        return copy;
    }

    private Inference infer(Document<SegmentMessage> item) {
        return item.fault() == null
                ? stream.infer(Objects.requireNonNull(item.value(), "what has no fault has a value"))
                : stream.reject(item.fault());
    }

    private static Definition fragmentOrFault(Inference inference) {
        return inference.fold(Function.identity(), SegmentDataTypeTransformer::fault);
    }

    private static Definition fault(FieldError error) {
        Definition fault = new Definition();
        fault.put("fault", OneLine.message(error.toString()));
        return fault;
    }

    /** The items of a list; none for a JSON array, which is replaced as a whole. */
    private static Iterator<?> sources(Object body) {
        return MessageBinding.items(body).<Iterator<?>>map(Iterable::iterator).orElseGet(Collections::emptyIterator);
    }

    private SegmentOptions registered() {
        Set<SegmentOptions> beans = getCamelContext().getRegistry().findByType(SegmentOptions.class);
        if (beans.size() > 1) {
            throw new IllegalArgumentException(
                    getName() + ": there are " + beans.size() + " beans of type SegmentOptions, which is"
                            + " ambiguous; keep one, and bind a transformer of another name for a second stream");
        }
        return beans.stream().findFirst().orElseGet(SegmentOptions::new);
    }
}
