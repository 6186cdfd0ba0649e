// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import java.nio.charset.Charset;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kamelet:personalize-csv-action} in a route. */
class CsvActionTest extends EmulatedRoutes {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void makesABatchOfARowsThatTheUpsertSinkTakes(String delimiter) throws Exception {
        Exchange exchange = upsert("", "key,name,data_type\nage,Age,number\nplan,Plan,string\n".replace(",", delimiter));

        assertThat(exchange.getMessage().getBody(BatchReport.class).toString()).endsWith("2 items: 2 CREATED");
        assertThat(emulator().project(PROJECT).attribute("age").get("data_type").asText()).isEqualTo("number");
        assertThat(emulator().project(PROJECT).attribute("plan").get("name").asText()).isEqualTo("Plan");
    }

    @Test
    void takesADelimiterAndACharset() throws Exception {
        Exchange exchange = upsert("?delimiter=|&charset=windows-1252",
                "key|name|data_type\nsize|Größe, klein|string\n".getBytes(Charset.forName("windows-1252")));

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).attribute("size").get("name").asText()).isEqualTo("Größe, klein");
    }

    @Test
    void aRowThatCannotBeReadIsRejectedWithItsLineAndTheOthersAreWritten() throws Exception {
        Exchange exchange = upsert("", "key,name,data_type\nage,Age,number\nplan,Plan,gold,string\n");

        assertThat(exchange.getException())
                .hasMessageContaining("the row has 4 cells, the header 3; put a cell that has a delimiter in it into quotes")
                .hasMessageContaining("line 3");
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
    }

    @Test
    void twoOfThemHaveOptionsOfTheirOwn() throws Exception {
        Exchange semicolons = upsert("?delimiter=;", "key;name;data_type\na;A,B;string\n");
        Exchange commas = upsert("?delimiter=,", "key,name,data_type\nb,B;C,string\n");

        assertThat(semicolons.getException()).isNull();
        assertThat(commas.getException()).isNull();
        assertThat(emulator().project(PROJECT).attribute("a").get("name").asText()).isEqualTo("A,B");
        assertThat(emulator().project(PROJECT).attribute("b").get("name").asText()).isEqualTo("B;C");
    }

    private Exchange upsert(String options, Object csv) throws Exception {
        String entrance = "direct:csv" + context.getRoutesSize();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(entrance).to("kamelet:personalize-csv-action" + options).to("kamelet:personalize-upsert-sink?resource=attributes");
            }
        });
        return context.createProducerTemplate().send(entrance, message -> message.getMessage().setBody(csv));
    }
}
