// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Definitions;
import io.github.camelpersonalize.model.ExperiencePriority;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a step writes into a message. */
class WrittenResultsTest extends BoundMessages {

    @Test
    void aDefinitionIsWrittenWithItsHeaders() {
        Message message = message("before", Map.of("mine", 1));

        attributes.writeResponse(message, PROJECT, age());
        attributes.writeRequestCount(message, 2);

        assertThat(message.getBody()).isInstanceOf(Definition.class).isEqualTo(Map.of("uid", "u1", "key", "age"));
        assertThat(message.getHeaders()).isEqualTo(Map.of("mine", 1, "CamelPersonalizeUid", "u1", "CamelPersonalizeKey", "age",
                "CamelPersonalizeOutcome", "CREATED", "CamelPersonalizeStatusCode", 201, "CamelPersonalizeRequestCount", 2));
    }

    @Test
    void whatWasOnlyReadHasNoOutcomeAndRemovesThatOfAnEarlierStep() {
        Message message = message(null);
        attributes.writeResponse(message, PROJECT, age());

        attributes.writeResponse(message, PROJECT, new Result.Success(null, 0, Json.read("[]"), null, null));

        assertThat(message.getHeaders()).isEmpty();
    }

    @Test
    void aListIsAListOfDefinitionsOrOfWhatItHas() {
        Message message = message(null);

        attributes.writeResponse(message, PROJECT, read("[" + AGE + "]"));
        assertThat(message.getBody()).isInstanceOf(Definitions.class).isEqualTo(List.of(Map.of("uid", "u1", "key", "age")));

        attributes.writeResponse(message, PROJECT, read("[1, {}]"));
        assertThat(message.getBody()).isNotInstanceOf(Definitions.class).isEqualTo(List.of(1, Map.of()));
    }

    @Test
    void anEmptyResponseLeavesNoBody() {
        Message message = message("before");

        attributes.writeResponse(message, PROJECT, new Result.Success(Outcome.DELETED, 204, MissingNode.getInstance(), "u1", null));

        assertThat(message.getBody()).isNull();
        assertThat(message.getHeaders()).containsEntry("CamelPersonalizeUid", "u1").doesNotContainKey("CamelPersonalizeKey");
    }

    @ParameterizedTest
    @CsvSource({"Authorization, false", "proxy-authorization, false", "authtoken, false", "Cookie, false", "Host, false",
            "Content-Length, false", "X-Forwarded-For, false", "x-api-key, false", "Content-Type, true", "mine, true"})
    void headersOfTheRequestThatStartedTheRouteAreRemoved(String header, boolean stays) {
        Message message = message("before", Map.of(header, "a"));

        attributes.writeResponse(message, PROJECT, age());

        assertThat(message.getHeaders().containsKey(header)).isEqualTo(stays);
    }

    @Test
    void aFailureLeavesTheBodyAndWhatTheRouteHasSet() {
        Message message = message("body", Map.of("CamelPersonalizeUid", "mine", "authtoken", "t"));

        attributes.writeFailure(message, Outcome.REJECTED, 400);

        assertThat(message.getBody()).isEqualTo("body");
        assertThat(message.getHeaders()).isEqualTo(Map.of("CamelPersonalizeUid", "mine", "authtoken", "t", "CamelPersonalizeOutcome",
                "REJECTED", "CamelPersonalizeStatusCode", 400));
    }

    @Test
    void aFailureRemovesResultsOfEarlierSteps() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, age());

        attributes.writeFailure(message, null, 0);

        assertThat(message.getHeaders()).isEmpty();
        assertThat(message.getBody()).isEqualTo(Map.of("uid", "u1", "key", "age"));
    }

    @Test
    void aDocumentHasNoHeaders() {
        Message message = message("body");
        attributes.writeResponse(message, PROJECT, age());
        ExperiencePriority order = ExperiencePriority.of(List.of("u1"));

        attributes.writeResponse(message, PROJECT, order);

        assertThat(message.getBody()).isSameAs(order);
        assertThat(message.getHeaders()).isEmpty();
    }

    @Test
    void aChangeIsAResultToo() {
        Message message = message(null);
        Definition body = Json.definition(Json.read(AGE));

        MessageBinding.writeChange(message, PROJECT, Resource.attributes, "u1", Optional.of("age"), body);

        assertThat(message.getBody()).isSameAs(body);
        assertThat(message.getHeaders()).isEqualTo(Map.of("CamelPersonalizeUid", "u1", "CamelPersonalizeKey", "age"));
        assertThat(record(message, Resource.attributes).uid()).isNull();
    }
}
