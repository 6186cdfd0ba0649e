// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Validates a body before it is sent: by its schema, then by rules that a schema cannot express. */
public final class BodyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BodyCheck.class);

    /** A sender may invent conditions without end. */
    private static final int MAX_REPORTED = 100;

    private final Dialect dialect;
    private final Map<String, BodySchema> schemas;
    private final MisplacedMembers misplaced;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** Loads the schemas of a dialect. */
    public BodyCheck(Dialect dialect) {
        this.dialect = dialect;
        schemas = dialect.calls().stream().map(Call::body).filter(Objects::nonNull).distinct()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> BodySchema.load(dialect, name)));
        misplaced = new MisplacedMembers(dialect);
    }

    /**
     * Logs what is not known of a body that is sent all the same, each condition once.
     *
     * @param body of the call, or {@code null} when it has none
     */
    public void report(Call call, @Nullable JsonNode body) {
        if (body == null || call.body() == null || dialect.rulesOf(call.resource()).isEmpty()) {
            return;
        }
        dialect.rulesOf(call.resource()).stream().flatMap(rules -> new RuleCheck(rules).unknown(body).stream())
                .filter(condition -> reported.size() < MAX_REPORTED && reported.add(condition))
                .forEach(condition -> LOG.warn("{}: {}", call.resource(), RuleCheck.unknown(condition)));
    }

    /** All errors in a body, none when it may be sent. */
    public List<FieldError> validate(Call call, JsonNode body) {
        List<FieldError> errors = new ArrayList<>(schema(call).validate(body));
        errors.addAll(misplaced.validate(call.resource(), body));
        dialect.rulesOf(call.resource()).ifPresent(rules -> errors.addAll(new RuleCheck(rules).validate(body)));
        if (call.resource().naturalKey() != null) {
            errors.addAll(NaturalKey.validate(call.resource(), body));
        }
        dialect.shape(call.resource()).items().ifPresent(items -> errors.addAll(new VariantRules(items).validate(body)));
        return errors;
    }

    private BodySchema schema(Call call) {
        return Objects.requireNonNull(schemas.get(call.body()), "the call has no body");
    }

    /** All errors in a definition as a project is to have it: where the service has versions, with the members of its version. */
    public List<FieldError> validateDefinition(Resource resource, JsonNode definition) {
        Shape shape = dialect.shape(resource);
        Call create = dialect.call(resource, Operation.create).orElseThrow();
        if (!shape.hasVersions() || !definition.isObject()) {
            return validate(create, definition);
        }
        Parts parts = Parts.of(definition, shape);
        List<FieldError> errors = new ArrayList<>(validate(create, parts.head()));
        if (!parts.version().isEmpty()) {
            errors.addAll(validateVersion(shape, dialect.call(resource, Operation.createVersion).orElseThrow(), parts.version()));
        }
        return errors;
    }

    /** What is left out stays as it is, or gets the service's defaults. */
    private List<FieldError> validateVersion(Shape shape, Call create, ObjectNode members) {
        ObjectNode whole = members.deepCopy();
        shape.versioning().ifPresent(versioning -> whole.putIfAbsent(versioning.status(), TextNode.valueOf(versioning.draft())));
        shape.items().ifPresent(items -> whole.putIfAbsent(items.member(), whole.arrayNode()));
        List<FieldError> errors = new ArrayList<>(validate(create, whole));
        shape.items().ifPresent(items -> errors.addAll(new VariantRules(items).validateNames(members)));
        return errors;
    }
}
