// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Apache HttpClient 5 as the transport. The client is Camel HTTP's, set up by {@link HttpClients}; requests are executed here because an
 * answer must be bounded in size and the whole exchange in time: a read timeout never ends a body that trickles.
 */
public final class HttpTransport implements Transport {

    private final HttpClient client;
    private final ScheduledExecutorService deadlines;

    /**
     * @param client does not follow redirects, retry, keep cookies or decompress
     * @param deadlines runs the aborts of requests that take too long
     */
    public HttpTransport(HttpClient client, ScheduledExecutorService deadlines) {
        this.client = client;
        this.deadlines = deadlines;
    }

    @Override
    public Response send(Request request, Bounds bounds) throws IOException {
        HttpUriRequestBase message = message(request);
        Future<?> deadline = deadlines.schedule(message::cancel, bounds.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(message, response -> read(response, bounds.maxResponseSize()));
        } catch (IOException e) {
            throw message.isCancelled() ? new DeadlineException(bounds.timeout()) : e;
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpUriRequestBase message(Request request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.verb().name(), request.uri());
        request.headers().forEach(message::setHeader);
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return message;
    }

    private static Response read(ClassicHttpResponse response, long maxSize) throws IOException {
        Map<String, String> headers = Stream.of(response.getHeaders()).filter(header -> Response.HEADERS.contains(name(header)))
                .collect(Collectors.toMap(HttpTransport::name, Header::getValue, (first, second) -> first + ", " + second));
        return new Response(response.getCode(), headers, body(response.getEntity(), maxSize));
    }

    private static byte[] body(HttpEntity entity, long maxSize) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream in = entity.getContent()) {
            byte[] body = in.readNBytes((int) Math.min(maxSize + 1, Integer.MAX_VALUE));
            if (body.length > maxSize) {
                throw new ResponseTooLargeException(maxSize);
            }
            return body;
        }
    }

    private static String name(Header header) {
        return header.getName().toLowerCase(Locale.ROOT);
    }
}
