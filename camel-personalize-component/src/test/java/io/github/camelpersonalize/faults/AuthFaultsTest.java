// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeAuthException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A credential that the service refuses is no fault of any record: it stops the route, and the records wait. */
@BothDialects
class AuthFaultsTest extends ServerFaultRoutes {

    private static final List<String> OPERATIONS = List.of(LIST, CREATE, UPDATE, DELETE, "personalize:attributes?operation=get&key=age",
            "personalize:experiences?operation=updatePriority");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | the service refused the credential with 401: scripted; check authtoken, accessToken
            403 | the credential does not have permission for this (403): scripted; check its permissions and the option projectUid
            """)
    void F42_aRefusedCredentialIsTheEndForEachOperation(int status, String told) {
        server.always("** **", Answers.status(status));
        for (String uri : OPERATIONS) {
            int before = calls().size();

            PersonalizeAuthException failed = unauthorized(send(uri, uri.contains("Priority") ? samples.order() : age()));

            assertThat(failed.getMessage()).contains(told);
            assertThat(failed.getStatus()).isEqualTo(status);
            assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(calls()).hasSize(before + 1);
        }
        assertThat(time.sleeps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void F42_ofABatchNothingMoreIsSentAndNoRecordIsRejected(int status) {
        server.on(POST_ATTRIBUTES, Answers.good());
        server.always(POST_ATTRIBUTES, Answers.status(status));

        Exchange exchange = send(CREATE + "&failOn=none", List.of(attribute("a"), attribute("b"), attribute("c"), attribute("d")));

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting(ItemResult::outcome)
                .containsExactly(Outcome.CREATED, Outcome.BLOCKED, Outcome.BLOCKED, Outcome.BLOCKED);
        assertThat(calls()).containsExactly("GET /attributes", POST_ATTRIBUTES, POST_ATTRIBUTES);
        unauthorized(send(CREATE, List.of(attribute("b"), attribute("c"))));
        assertThat(calls()).endsWith("GET /attributes", POST_ATTRIBUTES).hasSize(5);
    }

    @Test
    void F42_aRouteThatPutsBadRecordsAsideKeepsTheseWhereTheyAre() throws Exception {
        server.on(POST_ATTRIBUTES, Answers.status(400), Answers.status(401));
        MockEndpoint dead = context.getEndpoint("mock:dead", MockEndpoint.class);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().logExhausted(false));
                onException(PersonalizeRejectedException.class).handled(true).to("mock:dead");
                from("direct:records").to(CREATE);
            }
        });

        assertThat(sendRecord("bad").getException()).isNull();
        assertThat(sendRecord("good").getException()).isInstanceOf(PersonalizeAuthException.class);

        assertThat(dead.getExchanges()).singleElement()
                .satisfies(letter -> assertThat(letter.getMessage().getBody(Map.class)).containsEntry("key", "bad"));
    }

    @Test
    void F42_anAccessTokenThatIsGivenAsItIsCannotBeRenewed() {
        server.always("** **", Answers.status(401).header("WWW-Authenticate", "Bearer error=\"invalid_token\""));

        Exchange exchange = send(LIST + "&accessToken=a-token-of-its-own", null);

        unauthorized(exchange);
        assertThat(text(exchange.getException())).doesNotContain("a-token-of-its-own");
        assertThat(calls()).containsExactly(GET_ATTRIBUTES);
    }

    @Test
    void F42_oneThatIsAcceptedAgainWorksWithoutARestart() {
        server.on(GET_ATTRIBUTES, Answers.status(401));
        unauthorized(send(LIST, null));

        assertThat(send(LIST, null).getException()).isNull();
    }

    private Exchange sendRecord(String key) {
        return context.createProducerTemplate().send("direct:records", in -> in.getMessage().setBody(attribute(key)));
    }

    private Map<?, ?> attribute(String key) {
        return new ObjectMapper().convertValue(json(samples.attribute(key, key)), Map.class);
    }
}
