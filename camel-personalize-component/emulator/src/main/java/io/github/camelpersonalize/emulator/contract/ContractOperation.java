// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.List;

import io.github.camelpersonalize.emulator.service.Operation;
import io.github.camelpersonalize.emulator.service.RouteTable;

/** One row of the table of operations: its name, verb and path, and what it does. */
record ContractOperation(String id, String method, String path, Handler handler) implements Operation {

    private static final Resource ATTRIBUTES = new Resource(Rules.ATTRIBUTES);
    private static final Resource AUDIENCES = new Resource(Rules.AUDIENCES);
    private static final Resource EVENTS = new Resource(Rules.EVENTS);
    private static final Resource EXPERIENCES = new Resource(Rules.EXPERIENCES);

    /** All that the service can do. A path that stands higher wins. */
    static final RouteTable<ContractOperation> TABLE = new RouteTable<>(List.of(//
            new ContractOperation("getAllAttributes", "GET", "/attributes", ATTRIBUTES::list),
            new ContractOperation("createAttribute", "POST", "/attributes", ATTRIBUTES::create),
            new ContractOperation("updateAttribute", "PUT", "/attributes/{id}", ATTRIBUTES::update),
            new ContractOperation("deleteAttribute", "DELETE", "/attributes/{id}", ATTRIBUTES::delete),
            new ContractOperation("getAllAudiences", "GET", "/audiences", AUDIENCES::list),
            new ContractOperation("createAudience", "POST", "/audiences", AUDIENCES::create),
            new ContractOperation("updateAudience", "PUT", "/audiences/{id}", AUDIENCES::update),
            new ContractOperation("deleteAudience", "DELETE", "/audiences/{id}", AUDIENCES::delete),
            new ContractOperation("getAllEvents", "GET", "/events", EVENTS::list),
            new ContractOperation("createEvent", "POST", "/events", EVENTS::create),
            new ContractOperation("getExperiencePriority", "GET", "/experiences/priority", Priority::get),
            new ContractOperation("updateExperiencePriority", "PUT", "/experiences/priority", Priority::update),
            new ContractOperation("getAllExperiences", "GET", "/experiences", EXPERIENCES::list),
            new ContractOperation("createExperience", "POST", "/experiences", EXPERIENCES::create),
            new ContractOperation("getExperience", "GET", "/experiences/{id}", EXPERIENCES::get),
            new ContractOperation("updateExperience", "PUT", "/experiences/{id}", EXPERIENCES::update),
            new ContractOperation("deleteExperience", "DELETE", "/experiences/{id}", EXPERIENCES::delete),
            new ContractOperation("getGeoRegions", "GET", "/geolocation/regions", Geolocation.regions()::list),
            new ContractOperation("getGeoCountries", "GET", "/geolocation/countries", Geolocation.countries()::list),
            new ContractOperation("getGeoCities", "GET", "/geolocation/cities", Geolocation.cities()::list)));

    boolean takesBody() {
        return method.equals("POST") || method.equals("PUT");
    }
}
