// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.List;

import io.github.camelpersonalize.emulator.live.body.Bodies;
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
                write("updateExperiencePriority", "PUT", "/experiences-priority", Bodies.PRIORITY, priority::update)));
        // @formatter:on
    }
}
