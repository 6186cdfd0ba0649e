// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.binding.Input;
import io.github.camelpersonalize.binding.InputReader;
import io.github.camelpersonalize.cdp.Inference;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns customer-data messages of the Segment spec into the fragment of a manifest that they imply, for
 * {@code personalize:project?operation=upsert}. Of a batch, each item becomes a fragment; exchanges and messages in it, such as those of
 * camel-kafka's batching consumer, stay, and get their fragment as body; the exchange keeps the message in the property {@value #ORIGINAL_BODY},
 * for a dead-letter queue.
 * <p>
 * What is no such message is refused: one alone with a {@link PersonalizeRejectedException}, its body unchanged; an item of a batch becomes
 * {@code {"fault": "…"}}, which the upsert reports as rejected. A message without a body stays so.
 */
@DataTypeTransformer(name = SegmentDataTypeTransformer.NAME, description = "Turns customer-data messages of the Segment spec (Segment, RudderStack, Jitsu) into the attributes and events they imply")
public class SegmentDataTypeTransformer extends Transformer {

    public static final String NAME = "personalize:segment";

    /** The property of an exchange in a batch that keeps what was its body. */
    public static final String ORIGINAL_BODY = "CamelPersonalizeOriginalBody";

    private static final Logger LOG = LoggerFactory.getLogger(SegmentDataTypeTransformer.class);

    private final SegmentOptions options;
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
        Input input = InputReader.read(message);
        if (input instanceof Input.Batch batch) {
            message.setBody(many(message.getBody(), batch.items()));
        } else if (input instanceof Input.Single single) {
            message.setBody(one(single.item()));
        }
    }

    private Definition one(InputRecord item) throws PersonalizeRejectedException {
        Inference implied = implied(item);
        if (implied instanceof Inference.Fragment fragment) {
            return fragment.manifest();
        }
        FieldError fault = ((Inference.Rejected) implied).error();
        String message = "no message of the Segment spec: " + fault + (item.coordinates() == null ? "" : " (" + item.coordinates() + ")");
        throw new PersonalizeRejectedException(OneLine.message(message),
                new PersonalizeException.ErrorDetails("message", null, item.coordinates(), 0, "INVALID",
                        List.of(fault), Outcome.REJECTED, null));
    }

    /** The same object when all its items stay. */
    private Object many(Object body, List<InputRecord> items) {
        Iterator<?> sources = sources(body);
        List<Object> answer = new ArrayList<>(items.size());
        boolean isSame = sources.hasNext();
        for (InputRecord item : items) {
            Object source = sources.hasNext() ? sources.next() : null;
            Object result = item(source, item);
            isSame &= result == source;
            answer.add(result);
        }
        return isSame ? body : answer;
    }

    private Object item(Object source, InputRecord item) {
        Message message = source instanceof Exchange exchange ? exchange.getMessage() : source instanceof Message own ? own : null;
        if (message == null) {
            return fragmentOrFault(implied(item));
        }
        if (message.getBody() != null) {
            if (message.getExchange() != null) {
                message.getExchange().setProperty(ORIGINAL_BODY, message.getBody());
            }
            message.setBody(fragmentOrFault(implied(item)));
        }
        return source;
    }

    private Inference implied(InputRecord item) {
        return item.fault() == null ? stream.infer(item.body()) : stream.reject(item.fault());
    }

    private static Definition fragmentOrFault(Inference implied) {
        if (implied instanceof Inference.Fragment fragment) {
            return fragment.manifest();
        }
        Definition fault = new Definition();
        fault.put("fault", OneLine.message(((Inference.Rejected) implied).error().toString()));
        return fault;
    }

    /** None for an array in JSON, which is replaced as a whole. */
    private static Iterator<?> sources(Object body) {
        return InputReader.items(body).<Iterator<?>>map(Iterable::iterator).orElseGet(Collections::emptyIterator);
    }

    private SegmentOptions registered() {
        Set<SegmentOptions> beans = getCamelContext().getRegistry().findByType(SegmentOptions.class);
        if (beans.size() > 1) {
            throw new IllegalArgumentException(
                    getName() + ": there are " + beans.size() + " beans of type SegmentOptions, and no saying which"
                            + " is meant; keep one, and bind a transformer of another name for a second stream");
        }
        return beans.stream().findFirst().orElseGet(SegmentOptions::new);
    }
}
