// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelpersonalize.api.Call.Result;
import io.github.camelpersonalize.api.Dialect.Rules;
import io.github.camelpersonalize.api.Dialect.UidSite;
import io.github.camelpersonalize.api.Shape.Foreign;
import io.github.camelpersonalize.api.Shape.Items;
import org.jspecify.annotations.Nullable;

import static io.github.camelpersonalize.api.Call.Result.DEFINITION;
import static io.github.camelpersonalize.api.Call.Result.LIST;
import static io.github.camelpersonalize.api.Call.Result.NONE;
import static io.github.camelpersonalize.api.Call.Result.OBJECT;
import static io.github.camelpersonalize.api.HttpMethod.DELETE;
import static io.github.camelpersonalize.api.HttpMethod.GET;
import static io.github.camelpersonalize.api.HttpMethod.POST;
import static io.github.camelpersonalize.api.HttpMethod.PUT;
import static io.github.camelpersonalize.api.Operation.create;
import static io.github.camelpersonalize.api.Operation.createVersion;
import static io.github.camelpersonalize.api.Operation.delete;
import static io.github.camelpersonalize.api.Operation.deleteVersion;
import static io.github.camelpersonalize.api.Operation.get;
import static io.github.camelpersonalize.api.Operation.getPriority;
import static io.github.camelpersonalize.api.Operation.getSummary;
import static io.github.camelpersonalize.api.Operation.getTimeSeries;
import static io.github.camelpersonalize.api.Operation.list;
import static io.github.camelpersonalize.api.Operation.listCities;
import static io.github.camelpersonalize.api.Operation.listCountries;
import static io.github.camelpersonalize.api.Operation.listRegions;
import static io.github.camelpersonalize.api.Operation.listVersions;
import static io.github.camelpersonalize.api.Operation.update;
import static io.github.camelpersonalize.api.Operation.updatePriority;
import static io.github.camelpersonalize.api.Operation.updateVersion;
import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.api.Resource.geolocation;
import static io.github.camelpersonalize.api.Resource.projects;

/** The service that answers at the regions' host names, as far as public material shows it: what is sure of it, {@code docs/dialects.adoc} says. */
final class LiveDialect {

    private static final Set<String> AUDIT = Set.of("uid", LiveAnswers.UID_FALLBACK, "project", "createdBy", "updatedBy", "createdAt",
            "updatedAt",
            "createdByUserName", "updatedByUserName");

    private static final Set<String> CONDITIONS = Set.of("STRING_EQUALS", "CONTAINS_SUBSTRING", "HAS_ANY_VALUE", "NUMBER_EQUAL_TO",
            "NUMBER_GREATER_THAN", "NUMBER_LESS_THAN", "IS_TRUE", "IS_FALSE", "JSON_MATCH", "BEFORE_TIME", "AFTER_TIME", "BETWEEN_TIME",
            "IS_MEMBER_OF", "IS_IN_FLOW_STATE");

    private static final int QUOTA = 100;
    private static final int VARIANTS = 20;
    private static final int RULES = 50;
    private static final int MOST_RULES = 100;

    private LiveDialect() {}

    static Dialect table() {
        // @formatter:off
        return new Dialect("live", List.of(
                row(attributes,  list,           GET,    "/attributes",                              null,         LIST),
                row(attributes,  create,         POST,   "/attributes",                              "attribute",  DEFINITION),
                row(attributes,  update,         PUT,    "/attributes/{id}",                         "attribute",  DEFINITION),
                row(attributes,  delete,         DELETE, "/attributes/{id}",                         null,         NONE),
                row(audiences,   list,           GET,    "/audiences",                               null,         LIST),
                row(audiences,   create,         POST,   "/audiences",                               "audience",   DEFINITION),
                row(audiences,   update,         PUT,    "/audiences/{id}",                          "audience",   DEFINITION),
                row(audiences,   delete,         DELETE, "/audiences/{id}",                          null,         NONE),
                row(events,      list,           GET,    "/events",                                  null,         LIST),
                row(events,      create,         POST,   "/events",                                  "event",      DEFINITION),
                row(events,      update,         PUT,    "/events/{id}",                             "event",      DEFINITION),
                row(events,      delete,         DELETE, "/events/{id}",                             null,         NONE),
                row(experiences, list,           GET,    "/experiences",                             null,         LIST),
                row(experiences, get,            GET,    "/experiences/{id}",                        null,         DEFINITION),
                row(experiences, create,         POST,   "/experiences",                             "experience", DEFINITION),
                row(experiences, update,         PUT,    "/experiences/{id}",                        "experience", DEFINITION),
                row(experiences, delete,         DELETE, "/experiences/{id}",                        null,         NONE),
                row(experiences, listVersions,   GET,    "/experiences/{id}/versions",               null,         LIST),
                row(experiences, createVersion,  POST,   "/experiences/{id}/versions",               "version",    DEFINITION),
                row(experiences, updateVersion,  PUT,    "/experiences/{id}/versions/{version}",     "version",    DEFINITION),
                row(experiences, deleteVersion,  DELETE, "/experiences/{id}/versions/{version}",     null,         NONE),
                row(experiences, getSummary,     GET,    "/experiences/{id}/analytics/summary",      null,         OBJECT),
                row(experiences, getTimeSeries,  GET,    "/experiences/{id}/analytics/time-series",  null,         OBJECT),
                row(experiences, getPriority,    GET,    "/experiences-priority",                    null,         OBJECT),
                row(experiences, updatePriority, PUT,    "/experiences-priority",                    "priority",   OBJECT),
                row(geolocation, listRegions,    GET,    "/geolocation/regions",                     null,         LIST),
                row(geolocation, listCountries,  GET,    "/geolocation/countries",                   null,         LIST),
                row(geolocation, listCities,     GET,    "/geolocation/cities",                      null,         LIST),
                row(projects,    list,           GET,    "/projects",                                null,         LIST),
                row(projects,    create,         POST,   "/projects",                                "project",    DEFINITION),
                row(projects,    update,         PUT,    "/projects/{id}",                           "project",    DEFINITION),
                row(projects,    delete,         DELETE, "/projects/{id}",                           null,         NONE)),
                shapes(), null, "priorityOrder", Optional.empty(),
                uidSites(), rules(), Optional.empty(), QUOTA, Set.of(),
                Map.of(audiences, Query.NONE.and("includeLyticsAudiences", "true")), parameters(),
                Optional.of(new Paging(geolocation, "limit", "skip", 1000)),
                LiveAnswers.table());
        // @formatter:on
    }

    private static List<UidSite> uidSites() {
        return List.of(new UidSite(attributes, List.of("ref"), Map.of("__type", "CustomAttributeReference")),
                UidSite.of(audiences, "variants/*/audiences/*"), UidSite.of(audiences, "variants/*/lyticsAudiences/*"),
                UidSite.of(audiences, "targeting/audience/audiences/*"), UidSite.of(audiences, "targeting/audience/lyticsAudiences/*"),
                UidSite.of(events, "metrics/*/event"));
    }

    private static List<Parameter> parameters() {
        Set<Operation> analytics = Set.of(getSummary, getTimeSeries);
        Set<Operation> places = Set.of(listRegions, listCountries, listCities);
        return List.of(
                Parameter.uids("referredAttributes", audiences, "referredAttributes[]", attributes),
                Parameter.of("includeLyticsAudiences", audiences, Set.of(list), "includeLyticsAudiences"),
                Parameter.uids("referredAudiences", experiences, "referredAudiences[]", audiences),
                Parameter.uids("referredEvents", experiences, "referredEvents[]", events),
                Parameter.of("versionUid", experiences, analytics, "version"),
                Parameter.of("from", experiences, analytics, "from"),
                Parameter.of("to", experiences, analytics, "to"),
                Parameter.of("metric", experiences, Set.of(getTimeSeries), "metric"),
                Parameter.of("name", geolocation, places, "name"),
                Parameter.of("code", geolocation, Set.of(listRegions, listCountries), "code[]").separated("[,;]"),
                // The code of a city has commas: chicago,IL,US.
                Parameter.of("code", geolocation, Set.of(listCities), "code[]").separated(";"));
    }

    private static Versioning versioning() {
        return new Versioning("experienceUid", "createdAt", "status", "DRAFT", "ACTIVE", "PAUSED", derived(),
                new Versioning.Sync("_cms", "syncStatus", "SUCCESS", "variants"));
    }

    private static Set<String> derived() {
        return Set.of("hasDraft", "latestVersion", "referredAudiences", "referredLyticsAudiences", "referredEvents", "_cms", "activatedAt",
                "activatedBy", "activatedByUserName");
    }

    private static Map<Resource, Shape> shapes() {
        return Map.of(attributes, attribute(), events, event(), audiences, audience(), experiences, experience(), projects,
                Shape.readOnly(and("organizationUid")));
    }

    private static Shape attribute() {
        return Shape.readOnly(and("__type")).foreign(new Foreign("__type", "PRESET", "uid", "a preset, which every project has", true))
                .misplaced(Map.of("data_type", "leave it out; the condition of a rule decides what type it compares with"));
    }

    private static Shape event() {
        return Shape.readOnly(AUDIT).misplaced(Map.of("name", "leave it out; an event has a key and a description"));
    }

    private static Shape audience() {
        return Shape.readOnly(and("referredAttributes", "slug", "source")).whole("definition")
                .foreign(new Foreign("source", "LYTICS", "name", "comes from Lytics"))
                .misplaced(Map.of("rules", "write the rules as definition"));
    }

    private static Shape experience() {
        return Shape.readOnly(and("shortUid", "hasDraft", "latestVersion", "referredAudiences", "referredLyticsAudiences", "referredEvents",
                "priority", "_cms", "activatedAt", "activatedBy", "activatedByUserName", "firstActivatedAt", "experienceUid",
                "versionNumber"))
                .whole("metrics", "targeting")
                .versions(versioning(), "status", "variants", "variantSplit", "metrics", "targeting")
                .items(new Items("variants", "name", "shortUid", List.of(), null, VARIANTS))
                .misplaced(Map.of(
                        "type", "write it as __type",
                        "variants[].audience_uid", "write a list of uids as audiences, and an audienceCombinationType",
                        "variants[].traffic_percentage", "write it as trafficDistribution"));
    }

    /** The rules of an audience, and those that a version of an experience has in its place. */
    private static Map<Resource, Rules> rules() {
        String condition = "attributeMatchCondition";
        return Map.of(audiences, new Rules(condition, CONDITIONS, RULES, MOST_RULES), experiences,
                new Rules(condition, CONDITIONS, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private static Set<String> and(String... members) {
        Set<String> all = new HashSet<>(AUDIT);
        all.addAll(List.of(members));
        return all;
    }

    private static Call row(Resource resource, Operation operation, HttpMethod verb, String path, @Nullable String body, Result result) {
        return new Call(resource, operation, verb, path, body, result);
    }
}
