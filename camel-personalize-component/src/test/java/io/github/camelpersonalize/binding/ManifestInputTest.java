// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.lang.reflect.Field;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.model.Json;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestInputTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ManifestInput input = new ManifestInput(Dialect.CONTRACT, true);

    @Test
    void F115_whatIsRememberedOfManifestsIsBoundedByItsSize() throws Exception {
        String text = "x".repeat(100_000);

        IntStream.range(0, 100).forEach(i -> read("{\"attributes\": [{\"key\": \"k%d\", \"name\": \"%s\"}]}".formatted(i, text)));

        assertThat(cached()).isPositive().isLessThanOrEqualTo(21);
    }

    @Test
    void F115_manySmallManifestsAreRemembered() throws Exception {
        IntStream.range(0, 1_000).forEach(i -> read("{\"attributes\": [{\"key\": \"k%d\", \"name\": \"K\"}]}".formatted(i)));

        assertThat(cached()).isEqualTo(1_000);
    }

    private void read(String manifest) {
        Message message = new DefaultExchange(context).getMessage();
        message.setBody(Json.read(manifest));
        input.read(Operation.upsert, message);
    }

    private long cached() throws Exception {
        Cache<?, ?> cache = (Cache<?, ?>) cache(cache(input));
        cache.cleanUp();
        return cache.estimatedSize();
    }

    private static Object cache(Object owner) throws Exception {
        Field field = owner.getClass().getDeclaredField("cache");
        field.setAccessible(true);
        return field.get(owner);
    }
}
