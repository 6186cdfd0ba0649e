// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.script.Reply;

/** Turns WireMock's requests into ours and our replies into WireMock's; no rule of the service lives here. */
final class WireMockDoorway implements ResponseDefinitionTransformerV2 {

    /** The body that takes its time comes in so many pieces. */
    private static final int PIECES = 50;

    private final Emulation emulation;

    WireMockDoorway(Emulation emulation) {
        this.emulation = emulation;
    }

    @Override
    public String getName() {
        return "personalize-emulator";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Reply reply = emulation.reply(request(event.getRequest()));
        ResponseDefinitionBuilder response = WireMock.aResponse().withFixedDelay(millis(reply.delay()));
        if (reply.fault().isPresent()) {
            return response.withFault(reply.fault().get()).build();
        }
        response.withStatus(reply.answer().status()).withBody(reply.answer().body());
        reply.answer().headers().forEach((name, value) -> response.withHeader(name, value));
        if (!reply.bodyOver().isZero()) {
            response.withChunkedDribbleDelay(Math.max(1, Math.min(PIECES, reply.answer().body().length)), millis(reply.bodyOver()));
        }
        return response.build();
    }

    private static Request request(com.github.tomakehurst.wiremock.http.Request request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.values());
        }
        String[] pathAndQuery = request.getUrl().split("\\?", 2);
        return new Request(request.getMethod().value(), pathAndQuery[0], pathAndQuery.length == 2 ? pathAndQuery[1] : "", headers,
                request.getBody());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
