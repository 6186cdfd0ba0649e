// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.List;

/** One row of the table of operations: its name, verb and path, and what it does. */
record Operation(String id, String method, String path, Handler handler) {

    private static final Resource ATTRIBUTES = new Resource(Kind.ATTRIBUTE);
    private static final Resource AUDIENCES = new Resource(Kind.AUDIENCE);
    private static final Resource EVENTS = new Resource(Kind.EVENT);
    private static final Resource EXPERIENCES = new Resource(Kind.EXPERIENCE);

    /** All that the service can do. A path that stands higher wins. */
    static final List<Operation> TABLE = List.of(//
            new Operation("getAllAttributes", "GET", "/attributes", ATTRIBUTES::list),
            new Operation("createAttribute", "POST", "/attributes", ATTRIBUTES::create),
            new Operation("updateAttribute", "PUT", "/attributes/{id}", ATTRIBUTES::update),
            new Operation("deleteAttribute", "DELETE", "/attributes/{id}", ATTRIBUTES::delete),
            new Operation("getAllAudiences", "GET", "/audiences", AUDIENCES::list),
            new Operation("createAudience", "POST", "/audiences", AUDIENCES::create),
            new Operation("updateAudience", "PUT", "/audiences/{id}", AUDIENCES::update),
            new Operation("deleteAudience", "DELETE", "/audiences/{id}", AUDIENCES::delete),
            new Operation("getAllEvents", "GET", "/events", EVENTS::list),
            new Operation("createEvent", "POST", "/events", EVENTS::create),
            new Operation("getExperiencePriority", "GET", "/experiences/priority", Priority::get),
            new Operation("updateExperiencePriority", "PUT", "/experiences/priority", Priority::update),
            new Operation("getAllExperiences", "GET", "/experiences", EXPERIENCES::list),
            new Operation("createExperience", "POST", "/experiences", EXPERIENCES::create),
            new Operation("getExperience", "GET", "/experiences/{id}", EXPERIENCES::get),
            new Operation("updateExperience", "PUT", "/experiences/{id}", EXPERIENCES::update),
            new Operation("deleteExperience", "DELETE", "/experiences/{id}", EXPERIENCES::delete),
            new Operation("getGeoRegions", "GET", "/geolocation/regions", Geolocation.regions()::list),
            new Operation("getGeoCountries", "GET", "/geolocation/countries", Geolocation.countries()::list),
            new Operation("getGeoCities", "GET", "/geolocation/cities", Geolocation.cities()::list));

    boolean takesBody() {
        return method.equals("POST") || method.equals("PUT");
    }
}
