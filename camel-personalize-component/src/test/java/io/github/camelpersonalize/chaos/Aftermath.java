// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.chaos;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.api.Operation;
import org.apache.camel.Exchange;

/**
 * What a mishap leaves behind.
 *
 * @param uid of the definition that was there before
 * @param held what the service holds now
 */
record Aftermath(Mishap mishap, Optional<String> uid, Exchange exchange, List<JsonNode> actual) {

    static ObjectNode wanted(Mishap mishap) {
        return Wanted.definition(mishap.resource(), mishap.key(), "as wanted");
    }

    /** What is there before under the key. */
    static Optional<ObjectNode> before(Mishap mishap) {
        return switch (mishap.deed().before()) {
            case ABSENT -> Optional.empty();
            case AS_WANTED -> Optional.of(wanted(mishap));
            case DIFFERENT -> Optional.of(Wanted.definition(mishap.resource(), mishap.key(), "once").put("more", true));
        };
    }

    /** Another definition, which is none of the route's business. */
    static ObjectNode bystander(Mishap mishap) {
        return Wanted.definition(mishap.resource(), "bystander", "untouched").put("uid", "b1");
    }

    /** What is wrong, if anything is. */
    Optional<String> fault() {
        return Stream.of(failed(), wrongHeld(), wrongOutcome(), wrongUid()).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> failed() {
        return Optional.ofNullable(exchange.getException()).map(e -> "failed with " + e);
    }

    private Optional<String> wrongHeld() {
        return when(!isBystanderUntouched() || !ours().map(this::content).toList().equals(expected()), "the service holds " + actual);
    }

    private Optional<String> wrongOutcome() {
        String outcome = header(PersonalizeConstants.OUTCOME);
        return when(mishap.deed().outcomes().stream().noneMatch(right -> right.name().equals(outcome)), "the outcome is " + outcome);
    }

    /** The uid that the service has, or had; what never was there has none. */
    private Optional<String> wrongUid() {
        String told = header(PersonalizeConstants.UID);
        Optional<String> right = uid.or(() -> ours().map(object -> object.get("uid").textValue()).findFirst());
        return when(!Optional.ofNullable(told).equals(right), "the uid is " + told + ", and should be " + right);
    }

    private boolean isBystanderUntouched() {
        return actual.contains(bystander(mishap));
    }

    private Stream<JsonNode> ours() {
        return actual.stream().filter(object -> !object.get("uid").textValue().equals("b1"));
    }

    private List<JsonNode> expected() {
        return mishap.deed().operation() == Operation.delete ? List.of() : List.of(wanted(mishap));
    }

    private JsonNode content(JsonNode object) {
        return ((ObjectNode) object.deepCopy()).without("uid");
    }

    private String header(String name) {
        return exchange.getMessage().getHeader(name, String.class);
    }

    private static Optional<String> when(boolean wrong, String fault) {
        return wrong ? Optional.of(fault) : Optional.empty();
    }
}
