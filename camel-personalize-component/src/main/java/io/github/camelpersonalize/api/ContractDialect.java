// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelpersonalize.api.Call.Result;
import io.github.camelpersonalize.api.Dialect.KeySite;
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
import static io.github.camelpersonalize.api.Operation.delete;
import static io.github.camelpersonalize.api.Operation.get;
import static io.github.camelpersonalize.api.Operation.getPriority;
import static io.github.camelpersonalize.api.Operation.list;
import static io.github.camelpersonalize.api.Operation.listCities;
import static io.github.camelpersonalize.api.Operation.listCountries;
import static io.github.camelpersonalize.api.Operation.listRegions;
import static io.github.camelpersonalize.api.Operation.update;
import static io.github.camelpersonalize.api.Operation.updatePriority;
import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.audiences;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.api.Resource.geolocation;

/** The published API description (Personalize Management API, v1) as a table of its 20 operations. */
final class ContractDialect {

    private static final int QUOTA = 100;
    private static final int VARIANTS = 20;

    private ContractDialect() {}

    static Dialect table() {
        // @formatter:off
        return new Dialect("contract", List.of(
                row(attributes,  list,           GET,    "/attributes",            null,         LIST),
                row(attributes,  create,         POST,   "/attributes",            "attribute",  DEFINITION),
                row(attributes,  update,         PUT,    "/attributes/{id}",       "attribute",  DEFINITION),
                row(attributes,  delete,         DELETE, "/attributes/{id}",       null,         NONE),
                row(audiences,   list,           GET,    "/audiences",             null,         LIST),
                row(audiences,   create,         POST,   "/audiences",             "audience",   DEFINITION),
                row(audiences,   update,         PUT,    "/audiences/{id}",        "audience",   DEFINITION),
                row(audiences,   delete,         DELETE, "/audiences/{id}",        null,         NONE),
                row(events,      list,           GET,    "/events",                null,         LIST),
                row(events,      create,         POST,   "/events",                "event",      DEFINITION),
                row(experiences, list,           GET,    "/experiences",           null,         LIST),
                row(experiences, get,            GET,    "/experiences/{id}",      null,         DEFINITION),
                row(experiences, create,         POST,   "/experiences",           "experience", DEFINITION),
                row(experiences, update,         PUT,    "/experiences/{id}",      "experience", DEFINITION),
                row(experiences, delete,         DELETE, "/experiences/{id}",      null,         NONE),
                row(experiences, getPriority,    GET,    "/experiences/priority",  null,         OBJECT),
                row(experiences, updatePriority, PUT,    "/experiences/priority",  "priority",   OBJECT),
                row(geolocation, listRegions,    GET,    "/geolocation/regions",   null,         LIST),
                row(geolocation, listCountries,  GET,    "/geolocation/countries", null,         LIST),
                row(geolocation, listCities,     GET,    "/geolocation/cities",    null,         LIST)),
                shapes(), "data", "priority", Optional.of(new KeySite("rules", "attribute")), List.of(), Map.of(),
                Optional.of("data_type"), QUOTA, Set.of("priority", "versions"), Map.of(), List.of(),
                Optional.empty(), ContractAnswers.table());
        // @formatter:on
    }

    private static Map<Resource, Shape> shapes() {
        Shape any = Shape.readOnly(Set.of("uid", "created_at")).whole("rules");
        return Map.of(
                attributes, any.foreign(new Foreign("__type", "PRESET", "uid", "a preset, which every project has")),
                events, any,
                audiences, any.foreign(new Foreign("source", "LYTICS", "name", "comes from Lytics"))
                        .misplaced(Map.of("definition", "write the rules as rules")),
                experiences, any.unportable("status").items(
                        new Items("variants", "name", "uid", List.of("audience_uid", "traffic_percentage"), "traffic_percentage", VARIANTS))
                        .misplaced(Map.of(
                                "__type", "write it as type",
                                "variantSplit", "leave it out; the traffic_percentage of each variant decides",
                                "metrics", "leave it out; an experience has none",
                                "targeting", "leave it out; a variant has an audience_uid",
                                "variants[].audiences", "write the uid of one audience as audience_uid",
                                "variants[].lyticsAudiences", "write the uid of one audience as audience_uid",
                                "variants[].audienceCombinationType", "leave it out; a variant has one audience",
                                "variants[].trafficDistribution", "write it as traffic_percentage")));
    }

    private static Call row(Resource resource, Operation operation, HttpMethod verb, String path, @Nullable String body, Result result) {
        return new Call(resource, operation, verb, path, body, result);
    }
}
