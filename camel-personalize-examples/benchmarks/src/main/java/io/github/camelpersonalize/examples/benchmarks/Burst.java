// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Sends requests at once, through connections that it keeps. */
final class Burst {

    private static final int OK = 200;
    private static final double MILLIS = 1e6;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;

    Burst(String url) {
        this.uri = URI.create(url);
    }

    /**
     * After how many ms each was answered, the fastest first.
     *
     * @param meanwhile runs when all were sent
     */
    List<Double> millis(int size, Work meanwhile) throws Exception {
        long startedAt = System.nanoTime();
        List<CompletableFuture<Double>> answers = IntStream.range(0, size)
                .mapToObj(i -> client.sendAsync(request(i), HttpResponse.BodyHandlers.ofString())
                        .thenApply(answer -> millis(answer, startedAt)))
                .toList();
        meanwhile.run();
        return answers.stream().map(CompletableFuture::join).sorted().toList();
    }

    private HttpRequest request(int number) {
        String body = "{\"name\":\"Attribute " + number + "\",\"key\":\"attribute_" + number + "\",\"data_type\":\"number\"}";
        return HttpRequest.newBuilder(uri).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static double millis(HttpResponse<String> answer, long startedAt) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("the route answers " + answer.statusCode() + ": " + answer.body());
        }
        return (System.nanoTime() - startedAt) / MILLIS;
    }
}
