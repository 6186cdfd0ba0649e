// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.Optional;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.RecordRules;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.Message;

/**
 * Reads what a Camel message asks for, and writes the response into it, as Camel's {@code HttpBinding} does for HTTP. Thread-safe.
 */
public final class MessageBinding {

    /** The places of a Camel message where a record names its definition. */
    public static final RecordRules.Places PLACES = new RecordRules.Places("the header " + Headers.UID, "the header " + Headers.KEY,
            "set the header " + Headers.UID + " or " + Headers.KEY + ", the option uid or key");

    private final InputReader records;
    private final Optional<ManifestInput> manifests;

    private MessageBinding(InputReader records, Optional<ManifestInput> manifests) {
        this.records = records;
        this.manifests = manifests;
    }

    /**
     * For messages about a resource.
     *
     * @param isAddressed whether the options say which definition is meant
     */
    public static MessageBinding of(Resource resource, Dialect dialect, boolean isAddressed) {
        // Only the project has manifests: their reader loads schemas of its own.
        Optional<ManifestInput> manifests = resource == Resource.project ? Optional.of(new ManifestInput(dialect)) : Optional.empty();
        return new MessageBinding(new InputReader(isAddressed), manifests);
    }

    /** What the message asks for. Its body can be read again afterwards. */
    public Input readRequest(Operation operation, Message message) {
        return manifests.map(reader -> reader.read(operation, message)).orElseGet(() -> records.read(operation, message));
    }

    /** One definition, or a batch of them, whatever the operation. The body can be read again afterwards. */
    public static Input readRecords(Message message) {
        return InputReader.read(message);
    }

    /** The items of a body that Java can iterate over. */
    public static Optional<Iterable<?>> items(Object body) {
        return InputReader.items(body);
    }

    /** Writes what the service holds: the body, and the headers of the definition. */
    public void writeResponse(Message message, Result.Success done) {
        ResultWriter.write(message, done);
    }

    /** Writes a report, a plan or a manifest. */
    public void writeResponse(Message message, JsonDocument document) {
        ResultWriter.write(message, document);
    }

    /** Writes headers only: the body and the headers of the request stay as they are, for redelivery and dead-letter queues. */
    public void writeFailure(Message message, Outcome outcome, int status) {
        ResultWriter.writeFailure(message, outcome, status);
    }

    /** Writes how many requests the message cost, whatever became of it. */
    public void writeRequestCount(Message message, int requests) {
        message.setHeader(Headers.REQUEST_COUNT, requests);
    }
}
