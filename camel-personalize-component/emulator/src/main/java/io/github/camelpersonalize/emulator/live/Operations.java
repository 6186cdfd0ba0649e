// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;

import io.github.camelpersonalize.emulator.live.body.Bodies;
import io.github.camelpersonalize.emulator.service.Place;
import io.github.camelpersonalize.emulator.service.RouteTable;

import static io.github.camelpersonalize.emulator.live.LiveOperation.delete;
import static io.github.camelpersonalize.emulator.live.LiveOperation.read;
import static io.github.camelpersonalize.emulator.live.LiveOperation.write;

/** All that the service can do. */
final class Operations {

    private Operations() {}

    static RouteTable<LiveOperation> table(Context context) {
        Definitions attributes = new Definitions(new AttributeRules(), context);
        Definitions audiences = new Definitions(new AudienceRules(), context);
        Definitions events = new Definitions(new EventRules(), context);
        Experiences experiences = new Experiences(context);
        ExperienceVersions versions = new ExperienceVersions(context);
        Priority priority = new Priority(context);
        OrganizationProjects projects = new OrganizationProjects(context);
        CmsIntegration cms = new CmsIntegration(context);
        Edge edge = new Edge(context);
        // @formatter:off
        return new RouteTable<>(List.of(
                read("getAllAttributes", "/attributes", AttributeRules::list),
                write("createAttribute", "POST", "/attributes", Bodies.ATTRIBUTE, attributes::create),
                write("updateAttribute", "PUT", "/attributes/{id}", Bodies.ATTRIBUTE, attributes::update),
                delete("deleteAttribute", "/attributes/{id}", attributes::delete),

                read("getAllAudiences", "/audiences", AudienceRules::list, AudienceRules.REFERRED, AudienceRules.LYTICS),
                write("createAudience", "POST", "/audiences", Bodies.AUDIENCE, audiences::create),
                write("updateAudience", "PUT", "/audiences/{id}", Bodies.AUDIENCE, audiences::update),
                delete("deleteAudience", "/audiences/{id}", audiences::delete),

                read("getAllEvents", "/events", EventRules::list),
                write("createEvent", "POST", "/events", Bodies.EVENT, events::create),
                write("updateEvent", "PUT", "/events/{id}", Bodies.EVENT, events::update),
                delete("deleteEvent", "/events/{id}", events::delete),

                read("getAllExperiences", "/experiences", experiences::list, Experiences.EVENTS, Experiences.AUDIENCES),
                write("createExperience", "POST", "/experiences", Bodies.EXPERIENCE, experiences::create),
                read("getExperience", "/experiences/{id}", experiences::get),
                write("updateExperience", "PUT", "/experiences/{id}", Bodies.EXPERIENCE, experiences::update),
                delete("deleteExperience", "/experiences/{id}", experiences::delete),

                read("getAllVersions", "/experiences/{id}/versions", versions::list),
                write("createVersion", "POST", "/experiences/{id}/versions", Bodies.VERSION, versions::create),
                write("updateVersion", "PUT", "/experiences/{id}/versions/{version}", Bodies.VERSION, versions::update),
                delete("deleteVersion", "/experiences/{id}/versions/{version}", versions::delete),

                read("getExperiencePriority", "/experiences-priority", priority::get),
                write("updateExperiencePriority", "PUT", "/experiences-priority", Bodies.PRIORITY, priority::update),

                read("getGeoCountries", "/geolocation/countries", new Geolocation(Place.countries())::list, Geolocation.QUERY).about(Subject.NOTHING),
                read("getGeoRegions", "/geolocation/regions", new Geolocation(Place.regions())::list, Geolocation.QUERY).about(Subject.NOTHING),
                read("getGeoCities", "/geolocation/cities", new Geolocation(Place.cities())::list, Geolocation.QUERY).about(Subject.NOTHING),

                read("getAnalyticsSummary", "/experiences/{id}/analytics/summary", Analytics::summary, Analytics.SUMMARY),
                read("getAnalyticsTimeSeries", "/experiences/{id}/analytics/time-series", Analytics::series, Analytics.SERIES),

                read("getAllProjects", "/projects", projects::list, OrganizationProjects.QUERY).about(Subject.ORGANIZATION),
                write("createProject", "POST", "/projects", Bodies.PROJECT, projects::create).about(Subject.ORGANIZATION),
                write("updateProject", "PUT", "/projects/{uid}", Bodies.PROJECT, projects::update).about(Subject.ORGANIZATION),
                delete("deleteProject", "/projects/{uid}", projects::delete).about(Subject.ORGANIZATION),

                read("getVariantGroup", "/experiences/{id}/cms-integration/variant-group", cms::variantGroup),
                read("createVariantGroup", "/experiences/{id}/cms-integration/variant-group", cms::variantGroup).by("POST"),
                read("getOpenApi", "/openapi", OpenApi::get).about(Subject.NOTHING).forEverybody(),

                read("getManifest", "/edge/manifest", edge::manifest, Edge.TAGS).about(Subject.VISITED_PROJECT).forEverybody(),
                write("setUserAttributes", "PATCH", "/edge/user-attributes", Bodies.USER_ATTRIBUTES, edge::setAttributes)
                        .about(Subject.VISITED_PROJECT).forEverybody(),
                write("mergeUserAttributes", "POST", "/edge/user-attributes/actions/merge", Bodies.MERGE, edge::merge)
                        .about(Subject.VISITED_PROJECT).forEverybody(),
                write("addUserEvents", "POST", "/edge/events", Bodies.VISITOR_EVENTS, edge::events)
                        .about(Subject.VISITED_PROJECT).forEverybody()));
        // @formatter:on
    }
}
