// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot.test;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application under test. */
@SpringBootApplication
class AttributesApplication {

    @Bean
    RouteBuilder attributes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:attributes").to("personalize:attributes?operation=upsert");
            }
        };
    }
}
