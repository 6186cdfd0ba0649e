// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.emulator.live.LiveOptions;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The projects of an organization, which the header of each request names instead of a project. */
class LiveProjectsTest extends LiveRoutes {

    private static final String PROJECTS = "personalize:projects?operation=";

    @BeforeEach
    void anOrganization() {
        component().getConfiguration().setOrganizationUid(LiveOptions.ORGANIZATION_UID);
    }

    @Test
    void aProjectIsCreatedListedUpdatedAndDeleted() {
        Map<String, Object> created = definition(send(PROJECTS + "create", "{\"name\": \"Shop\"}"));
        send(PROJECTS + "update&key=Shop", "{\"name\": \"Store\", \"description\": \"all of it\"}");
        List<?> listed = send(PROJECTS + "list", null).getMessage().getBody(List.class);
        send(PROJECTS + "delete&uid=" + created.get("uid"), null);

        assertThat(listed).singleElement().extracting("uid", "name", "description")
                .hasToString("[" + created.get("uid") + ", Store, all of it]");
        assertThat(send(PROJECTS + "list", null).getMessage().getBody(List.class)).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        send(PROJECTS + "create", "{\"name\": \"Shop\", \"description\": \"ours\"}");

        Exchange exchange = send(PROJECTS + "create", "{\"name\": \"Shop\", \"description\": \"theirs\"}");

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessageStartingWith(
                "project of the organization \"Shop\": organization \"" + LiveOptions.ORGANIZATION_UID + "\" already has a definition with "
                        + "this name (uid ")
                .hasMessageContaining("which differs in /description");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CONFLICT");
    }

    @Test
    void theCodeSaysSoWhateverTheStatus() {
        send(PROJECTS + "create", "{\"name\": \"Shop\", \"description\": \"ours\"}");
        emulator().script(Script.on("POST", "/projects")
                .then(Step.status(422).body("{\"code\": \"personalize.PROJECTS.DUPLICATE_NAME\", \"message\": \"no\"}")));

        assertThat(send(PROJECTS + "create", "{\"name\": \"Shop\", \"description\": \"theirs\"}").getMessage()
                .getHeader("CamelPersonalizeOutcome")).isEqualTo("CONFLICT");
    }

    @Test
    void aProjectWhoseResponseWasLostIsFoundByItsName() {
        emulator().script(Script.on("POST", "/projects").then(Step.fault(Fault.EMPTY_RESPONSE).applied()));

        Exchange exchange = send(PROJECTS + "create&maxRetries=3", "{\"name\": \"Shop\"}");

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("ADOPTED");
        assertThat(definition(exchange)).containsEntry("name", "Shop").containsKey("uid");
        assertThat(calls()).containsExactly("POST /projects", "GET /projects");
    }

    @Test
    void whatIsMissingIsMissingInTheOrganization() {
        assertThat(send(PROJECTS + "update&key=Shop", "{\"name\": \"Shop\"}").getException()).hasMessage(
                "project of the organization \"Shop\": does not exist in organization \"" + LiveOptions.ORGANIZATION_UID + "\"");
    }

    @Test
    void aBatchIsReported() {
        Exchange exchange = send(PROJECTS + "create", "[{\"name\": \"Shop\"}, {\"name\": \"Blog\"}]");

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("key", "outcome")
                .hasToString("[(\"Shop\", CREATED), (\"Blog\", CREATED)]");
    }

    @Test
    void monitoringShowsTheOrganization() {
        PersonalizeEndpoint endpoint = context.getEndpoint(PROJECTS + "list", PersonalizeEndpoint.class);

        assertThat(endpoint.getServiceMetadata())
                .isEqualTo(Map.of("resource", "projects", "organizationUid", LiveOptions.ORGANIZATION_UID));
    }

    /** The header for projects would send the message to another organization. */
    @Test
    void aMessageDoesNotChooseTheOrganization() {
        component().getConfiguration().setHeaderOverrides("projectUid");

        Exchange exchange = send(PROJECTS + "list", null, Map.of("CamelPersonalizeProjectUid", "blt-of-others"));

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().headers()).containsEntry("organization_uid", LiveOptions.ORGANIZATION_UID);
    }
}
