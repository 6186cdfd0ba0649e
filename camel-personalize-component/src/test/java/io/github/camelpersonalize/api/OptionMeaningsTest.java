// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An option that means nothing for what an endpoint does is refused when the route starts. */
class OptionMeaningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attributes?operation=update&versionField=rev | versionField means nothing for operation=update; it is for upsert of attributes, audiences, events and experiences: remove it
            attributes?operation=create&version-field=rev | versionField means nothing for operation=create; it is for upsert of attributes, audiences, events and experiences: remove it
            project?operation=upsert&versionField=rev | versionField means nothing for operation=upsert of a project; it is for upsert of attributes, audiences, events and experiences: remove it
            project?operation=apply&tombstone=delete | tombstone means nothing for operation=apply of a project; it is for create, update, upsert of attributes, audiences, events and experiences: remove it
            attributes?operation=get&tombstone=delete | tombstone means nothing for operation=get; it is for create, update, upsert of attributes, audiences, events and experiences: remove it
            attributes?operation=delete&TOMBSTONE=delete | tombstone means nothing for operation=delete; it is for create, update, upsert of attributes, audiences, events and experiences: remove it
            attributes?operation=create&prune=all | prune means nothing for operation=create; it is for plan, apply: remove it
            project?operation=upsert&maxDeletes=3 | maxDeletes means nothing for operation=upsert of a project; it is for plan, apply: remove it
            project?operation=export&prune=owned | prune means nothing for operation=export of a project; it is for plan, apply: remove it
            attributes?operation=create&onConflict=skip | onConflict means nothing for operation=create; it is for upsert, plan, apply: remove it
            attributes?operation=update&onConflict=fail | onConflict means nothing for operation=update; it is for upsert, plan, apply: remove it
            attributes?operation=list&indexTtl=0 | indexTtl means nothing for operation=list; it is for upsert: remove it
            attributes?operation=get&failOn=none | failOn means nothing for operation=get; it is for create, update, delete, upsert, apply: remove it
            attributes?operation=upsert&uid=a1 | uid means nothing for operation=upsert; it is for get, update, delete, listVersions, createVersion, updateVersion, deleteVersion, activate, pause, getSummary, getTimeSeries: remove it
            attributes?operation=create&key=age | key means nothing for operation=create; it is for get, update, delete, listVersions, createVersion, updateVersion, deleteVersion, activate, pause, getSummary, getTimeSeries: remove it
            experiences?operation=getPriority&validate=false | validate means nothing for operation=getPriority; it is for create, update, upsert, updatePriority, createVersion, updateVersion, plan, apply, export: remove it
            attributes?operation=list&emitInitial=true | emitInitial means nothing for operation=list; it is for consumers: remove it
            attributes?operation=upsert&changes=deleted | changes means nothing for operation=upsert; it is for consumers: remove it
            """)
    void F89_anOptionThatMeansNothingForTheOperationIsRefused(String uri, String fault) {
        assertRefused(() -> start("direct:in", "personalize:" + uri + "&projectUid=p1&authtoken=t"), uri, "the option " + fault);
    }

    @Test
    void F89_soIsOneThatMeansNothingForAConsumer() {
        assertRefused(() -> start("personalize:attributes?projectUid=p1&authtoken=t&prune=all", "mock:out"), "attributes",
                "the option prune means nothing for a consumer; it is for plan, apply: remove it");
    }

    @Test
    void whatOnlyAConsumerKnowsMeansSomethingForIt() {
        assertThat(OptionMeanings.consumerFault(Set.of("emitInitial", "own-changes", "changes", "projectUid"))).isEmpty();
    }

    @Test
    void F89_eventsHaveNoTombstonesThatDelete() {
        assertRefused(() -> start("direct:in", "personalize:events?operation=upsert&tombstone=delete&projectUid=p1&authtoken=t"), "events",
                "tombstone=delete is not available: the service cannot delete events; use ignore or fail");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attributes?operation=list&dialect=live&referredAttributes=age | the option referredAttributes means nothing for operation=list of attributes; it is for list of audiences: remove it
            experiences?operation=list&dialect=live&referredAttributes=age | the option referredAttributes means nothing for operation=list of experiences; it is for list of audiences: remove it
            audiences?operation=list&dialect=live&referredEvents=buy | the option referredEvents means nothing for operation=list of audiences; it is for list of experiences: remove it
            experiences?operation=getSummary&dialect=live&metric=buy | the option metric means nothing for operation=getSummary; it is for getTimeSeries of experiences: remove it
            experiences?operation=pause&dialect=live&waitForSync=60s | the option waitForSync means nothing for operation=pause; it is for activate: remove it
            experiences?operation=createVersion&dialect=live&versionUid=v1 | the option versionUid means nothing for operation=createVersion; it is for updateVersion, deleteVersion, activate, pause, getSummary, getTimeSeries: remove it
            attributes?operation=list&dialect=live&organizationUid=o1 | the option organizationUid means nothing for operation=list of attributes; it is for list, create, update, delete of projects: remove it
            audiences?operation=list&referredAttributes=age | the option referredAttributes needs dialect=live: set that, or remove the option
            audiences?operation=list&include-lytics-audiences=true | the option includeLyticsAudiences needs dialect=live: set that, or remove the option
            geolocation?operation=listCities&name=chicago | the option name needs dialect=live: set that, or remove the option
            """)
    void F89_soIsOneOfAnotherDialectOrResource(String uri, String fault) {
        assertRefused(() -> start("direct:in", "personalize:" + uri + "&projectUid=p1&authtoken=t"), uri, fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            &projectUid=p1&organizationUid=o1 | the option projectUid means nothing for projects; the option uid says which one is meant
            '' | the option organizationUid is missing
            """)
    void F89_aProjectOfTheOrganizationHasNoProject(String options, String fault) {
        assertThatThrownBy(() -> start("direct:in", "personalize:projects?operation=list&dialect=live&authtoken=t" + options)).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attributes?operation=list", "attributes?operation=update",
            "attributes?operation=list&headerOverrides=operation&versionField=rev",
            "project?operation=plan&prune=all&maxDeletes=3&onConflict=fail&validate=true", "events?operation=upsert&tombstone=fail"})
    void F89_aDefaultOfTheComponentAndWhatAMessageMayChooseAreNoError(String uri) throws Exception {
        start("direct:in", "personalize:" + uri + "&projectUid=p1&authtoken=t");
    }

    @Test
    void theTableOfTheComponentsPageSaysTheSame() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "personalize-component.adoc"));
        String table = page.substring(page.indexOf("| Option | Operations"), page.indexOf("// options: START")).replace("`", "");

        assertThat(OptionMeanings.places()).isNotEmpty()
                .allSatisfy((option, place) -> assertThat(table).contains("\n| " + option + " | " + place));
        assertThat(table.lines().filter(line -> line.startsWith("| "))).hasSize(1 + OptionMeanings.places().size());
    }

    private static void assertRefused(ThrowingCallable start, String uri, String message) {
        assertThatThrownBy(start).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:" + uri.replaceAll("\\?.*", "") + ": " + message);
    }

    /** The component has defaults that mean something for some operations. */
    private static void start(String from, String to) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            PersonalizeConfiguration defaults = context.getComponent("personalize", PersonalizeComponent.class).getConfiguration();
            defaults.setVersionField("version");
            defaults.setTombstone(Tombstone.delete);
            defaults.setMaxDeletes(3);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(from).to(to);
                }
            });
            context.start();
        }
    }
}
