// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Tombstone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Options that are missing, wrong or without a meaning are refused before the first message; the message says what they may be. */
class OptionFaultsTest {

    private final PersonalizeConfiguration options = new PersonalizeConfiguration();

    @BeforeEach
    void complete() {
        options.setResource("events");
        options.setOperation("upsert");
        options.setProjectUid("p1");
        options.setAuthtoken("t");
    }

    private SettingsCheck check() {
        return new SettingsCheck(options, (oauth, client, bounds) -> null, profile -> Optional.empty());
    }

    private static Arguments fault(String what, Consumer<PersonalizeConfiguration> mistake, String message) {
        return arguments(what, mistake, message);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a region", it -> it.setRegion("aws_e"),
                        "there is no region \"aws_e\" (did you mean \"aws-eu\"?); use aws-na, aws-eu,"
                                + " aws-au, azure-na, azure-eu, gcp-na, gcp-eu, or set baseUrl"),
                fault("a dialect", it -> it.setDialect("lives"),
                        "the option dialect must be one of contract, live; it is \"lives\" (did you mean \"live\"?)"),
                fault("an address", it -> it.setBaseUrl("gateway"),
                        "the option baseUrl must be a URL with a host, such as https://gateway.example.com/personalize"),
                fault("no project", it -> it.setProjectUid(" "),
                        "the option projectUid is missing: the uid of the Personalize project; set it"
                                + " on the endpoint or as camel.component.personalize.project-uid"),
                fault("a project", it -> it.setProjectUid("p 1"),
                        "the option projectUid is not legal: 1 to 128 visible ASCII characters without spaces"),
                fault("a uid", it -> it.setUid("a/b"), "the option uid is not legal: a uid has 1 to 128 letters, digits, '-', '_', '.' or"
                        + " '~', and not only dots, and it is not one of [priority, versions]"),
                fault("a uid that means something else", it -> it.setUid("Priority"),
                        "the option uid is not legal: a uid has 1 to 128 letters,"
                                + " digits, '-', '_', '.' or '~', and not only dots, and it is not one of [priority, versions]"),
                fault("a version", it -> it.setVersionUid(".."),
                        "the option versionUid is not legal: a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots"),
                fault("an index", it -> it.setIndexTtl(-1), "the option indexTtl must be 0 or more; it is -1"),
                fault("a timeout", it -> it.setRequestTimeout(0), "the option requestTimeout must be more than 0; it is 0"),
                fault("retries", it -> it.setMaxRetries(-1),
                        "the options maxRetries and retryTimeout must be 0 or more; they are -1 and 120000"),
                fault("a time of retries", it -> it.setRetryTimeout(-1),
                        "the options maxRetries and retryTimeout must be 0 or more; they are 5 and -1"),
                fault("a rate", it -> it.setRequestsPerSecond(0), "the option requestsPerSecond must be more than 0; it is 0.0"),
                fault("deletions", it -> it.setMaxDeletes(-1), "the option maxDeletes must be 0 or more"),
                fault("headers", it -> it.setHeaderOverrides("operation,key"),
                        "the option headerOverrides must be none, or a list of operation, projectUid; it is \"operation,key\""),
                fault("a proxy without a port", it -> it.setProxyHost("gw"), "the option proxyPort is missing: the port of the proxy that"
                        + " proxyHost names; set it on the endpoint or as camel.component.personalize.proxy-port"),
                fault("a proxy of an unknown kind", it -> {
                    it.setProxyHost("gw");
                    it.setProxyAuthScheme("httpss");
                }, "the option proxyAuthScheme must be one of http, https; it is \"httpss\" (did you mean \"https\"?)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aWrongOptionIsRefusedByItsName(String what, Consumer<PersonalizeConfiguration> mistake, String message) {
        mistake.accept(options);

        assertThatThrownBy(() -> check().settings()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:events: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2147483647", "2GB", "lots"})
    void aResponseHasFrom1ByteTo2Gigabytes(String size) {
        options.setMaxResponseSize(size);

        assertThatThrownBy(() -> check().settings()).hasMessage("personalize:events: the option maxResponseSize must be a size from 1 byte"
                + " to 2 GB, such as 16MB; it is \"" + size + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event | there is no resource "event" (did you mean "events"?); use attributes, audiences, events, experiences, geolocation, project
            projects | there is no resource "projects"; use attributes, audiences, events, experiences, geolocation, project; dialect=live has it
            """)
    void aResourceIsOneOfTheDialect(String resource, String message) {
        options.setResource(resource);

        assertThatThrownBy(() -> check().settings()).hasMessage("personalize:" + resource + ": " + message);
    }

    @Test
    void projectsNeedTheirOrganization() {
        options.setResource("projects");
        options.setDialect("live");

        assertThatThrownBy(() -> check().settings())
                .hasMessage("personalize:projects: the option organizationUid is missing: the uid of the"
                        + " organization; set it on the endpoint or as camel.component.personalize.organization-uid");
    }

    @Test
    void aProducerNeedsAnOperationOfItsResource() {
        assertThatCode(check()::requireOperation).doesNotThrowAnyException();

        options.setOperation("delete");
        assertThatThrownBy(check()::requireOperation)
                .hasMessage("personalize:events: there is no operation \"delete\" in the dialect contract;"
                        + " use list, get, create, upsert; dialect=live has it");

        options.setOperation("upsrt");
        assertThatThrownBy(check()::requireOperation)
                .hasMessage("personalize:events: there is no operation \"upsrt\" in the dialect contract"
                        + " (did you mean \"upsert\"?); use list, get, create, upsert");

        options.setOperation(" ");
        assertThatThrownBy(check()::requireOperation).hasMessage("personalize:events: the option operation is missing: one of list, get,"
                + " create, upsert; set it on the endpoint or as camel.component.personalize.operation");
    }

    @Test
    void anOptionOfAnotherOperationMeansNothing() {
        assertThatThrownBy(() -> check().requireMeaning(Set.of("uid"))).hasMessageStartingWith("personalize:events: the option uid means"
                + " nothing for operation=upsert; it is for get, update, delete,");
        assertThatCode(() -> check().requireMeaning(Set.of("onConflict"))).doesNotThrowAnyException();
    }

    @Test
    void whereAMessageMayChooseTheOperationEachOptionMeansSomething() {
        options.setHeaderOverrides("operation");

        assertThatCode(() -> check().requireMeaning(Set.of("uid"))).doesNotThrowAnyException();
    }

    @Test
    void theProjectMeansNothingForProjects() {
        options.setResource("projects");
        options.setDialect("live");
        options.setOperation("list");
        options.setOrganizationUid("o1");

        assertThatCode(() -> check().requireMeaning(Set.of("organizationUid"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check().requireMeaning(Set.of("projectUid")))
                .hasMessage("personalize:projects: the option projectUid means"
                        + " nothing for projects; the option uid says which one is meant");
    }

    @Test
    void theProjectMeansSomethingForAllOthers() {
        assertThatCode(() -> check().requireMeaning(Set.of("projectUid"))).doesNotThrowAnyException();
    }

    @Test
    void aTombstoneDeletesOnlyWhatTheServiceCanDelete() {
        options.setTombstone(Tombstone.delete);
        assertThatThrownBy(() -> check().requireMeaning(Set.of("tombstone"))).hasMessage("personalize:events: tombstone=delete is not"
                + " available: the service cannot delete events; use ignore or fail");

        options.setResource("audiences");
        assertThatCode(() -> check().requireMeaning(Set.of("tombstone"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore", "fail"})
    void otherTombstonesAreOfEachResource(Tombstone tombstone) {
        options.setTombstone(tombstone);

        assertThatCode(() -> check().requireMeaning(Set.of("tombstone"))).doesNotThrowAnyException();
    }

    @Test
    void aTombstoneOfTheComponentIsNoFaultOfTheEndpoint() {
        options.setTombstone(Tombstone.delete);

        assertThatCode(() -> check().requireMeaning(Set.of())).doesNotThrowAnyException();
    }

    @Test
    void anOptionOfProducersMeansNothingForAConsumer() {
        assertThatThrownBy(() -> check().requireConsumerMeaning(Set.of("indexTtl")))
                .hasMessage("personalize:events: the option indexTtl means"
                        + " nothing for a consumer; it is for upsert: remove it");
        assertThatCode(() -> check().requireConsumerMeaning(Set.of("emitInitial"))).doesNotThrowAnyException();
    }
}
