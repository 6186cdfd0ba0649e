// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.github.camelpersonalize.PersonalizeRejectedException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code POST /audiences} creates an audience, {@code GET /audiences} lists them. */
@Path("/audiences")
@Produces(MediaType.APPLICATION_JSON)
public class AudienceResource {

    @Inject
    ProducerTemplate camel;

    @POST
    public String create(String audience) {
        return camel.requestBody("direct:create-audience", audience, String.class);
    }

    @GET
    public String list() {
        return camel.requestBody("direct:list-audiences", null, String.class);
    }

    /** 422 when the audience is at fault, 503 when the service or its configuration is. */
    @ServerExceptionMapper
    public Response failed(CamelExecutionException failure) {
        int status = failure.getCause() instanceof PersonalizeRejectedException ? 422 : 503;
        return Response.status(status).type(MediaType.TEXT_PLAIN).entity(failure.getCause().getMessage()).build();
    }
}
