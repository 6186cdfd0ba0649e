// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.nio.charset.Charset;
import java.util.Optional;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.RecordRules;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json.TokenReader;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a Camel message asks for, and writes the response into it, as Camel's {@code HttpBinding} does for HTTP. Thread-safe.
 */
public final class MessageBinding {

    /** The places of a Camel message where a record names its definition. */
    public static final RecordRules.Places PLACES = new RecordRules.Places("the header " + Headers.UID, "the header " + Headers.KEY,
            "the header " + Headers.VERSION_UID,
            "set the header " + Headers.UID + " or " + Headers.KEY + ", the option uid or key",
            "the headers " + Headers.UID + " and " + Headers.KEY
                    + " hold the result of an earlier step, which is no target; to use one, put it"
                    + " into the URI, as in toD(\"…&uid=${header." + Headers.UID + "}\")");

    private final Resource resource;
    private final Optional<ManifestInput> manifests;

    private MessageBinding(Resource resource, Optional<ManifestInput> manifests) {
        this.resource = resource;
        this.manifests = manifests;
    }

    /**
     * For messages about a resource.
     *
     * @param validate whether the definitions of manifests are checked
     */
    public static MessageBinding of(Resource resource, Dialect dialect, boolean validate) {
        // Only the project has manifests: their reader loads schemas of its own.
        Optional<ManifestInput> manifests = resource == Resource.project
                ? Optional.of(new ManifestInput(dialect, validate))
                : Optional.empty();
        return new MessageBinding(resource, manifests);
    }

    /**
     * What the message asks for. Its body can be read again afterwards.
     *
     * @param isAddressed whether the URI says which definition is meant
     */
    public Input readRequest(Operation operation, Message message, ProjectId project, boolean isAddressed) {
        if (manifests.isPresent()) {
            return manifests.get().read(operation, message);
        }
        return new InputReader(new RecordReader(project, resource), isAddressed).read(operation, message);
    }

    /**
     * What a reader of tokens makes of one body, or of each of a batch. Texts and numbers are not checked. The bodies can be read again afterwards.
     */
    public static <T> DocumentsReader.Documents<T> readDocuments(Message message, TokenReader<T> reader) {
        return new DocumentsReader<>(reader).read(message);
    }

    /**
     * A body as text. What is not of its charset becomes U+FFFD.
     *
     * @param charset of bytes without a byte order mark, or {@code null}: that of the message, or UTF-8
     * @throws JsonException when it is no text, cannot be read, or is too large
     */
    public static String text(Message message, @Nullable Object body, @Nullable Charset charset) {
        return BodyReader.text(message, body, charset);
    }

    /** Whether a text has an expression of the simple language. */
    public static boolean hasExpression(String text) {
        return TextTemplate.hasExpression(text);
    }

    /** The items of a body that Java can iterate over. */
    public static Optional<Iterable<?>> items(@Nullable Object body) {
        return InputReader.items(body);
    }

    /** Writes what the service holds: the body, and the headers of the definition. */
    public void writeResponse(Message message, ProjectId project, Result.Success done) {
        new ResultWriter(message, project).write(resource, done);
    }

    /** Writes a report, a plan or a manifest. */
    public void writeResponse(Message message, ProjectId project, JsonDocument document) {
        new ResultWriter(message, project).write(document);
    }

    /** Writes a definition that has changed, as its consumer delivers it. */
    public static void writeChange(Message message, ProjectId project, Resource resource, String uid, Optional<String> key,
            Definition body) {
        new ResultWriter(message, project).writeChange(resource, uid, key, body);
    }

    /**
     * Writes headers only: the body and the headers of the request stay as they are, for redelivery and dead-letter queues.
     *
     * @param outcome of a single definition, or {@code null}
     */
    public void writeFailure(Message message, @Nullable Outcome outcome, int status) {
        ResultWriter.writeFailure(message, outcome, status);
    }

    /** Writes how many requests the message cost, whatever became of it. */
    public void writeRequestCount(Message message, int requests) {
        message.setHeader(Headers.REQUEST_COUNT, requests);
    }
}
