// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** A create as the least code makes it: Apache HttpClient 5 and Jackson, no Camel. */
final class RawClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloseableHttpClient client = HttpClients.custom().disableAutomaticRetries().disableCookieManagement()
            .disableRedirectHandling().disableContentCompression().setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(Service.CONNECTIONS).setMaxConnTotal(Service.CONNECTIONS).build())
            .build();
    private final String url;

    RawClient(String serviceUrl) {
        this.url = serviceUrl + Service.PATH;
    }

    Map<?, ?> create(Map<String, Object> body) throws IOException {
        HttpPost request = new HttpPost(url);
        request.setHeader("authtoken", Service.TOKEN);
        request.setHeader("x-project-uid", Service.PROJECT);
        request.setEntity(new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
        return client.execute(request, response -> JSON.readValue(response.getEntity().getContent(), Map.class));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
