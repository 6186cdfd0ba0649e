// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.processor.aggregate.GroupedExchangeAggregationStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the records of a file are: the line where it is known, and else the item, never the line of something else. */
class PlaceFaultsTest extends FaultRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final String WRONG = "{\"key\": \"%s\"}";

    @TempDir
    private Path folder;

    /** What a route does with a file before the records are sent. */
    interface Steps {
        void add(ProcessorDefinition<?> route);
    }

    @Test
    void F104_aPartThatIsALineNamesItsLine() throws Exception {
        assertThat(places(WRONG + "\n\n" + WRONG + "\n",
                route -> route.split().tokenize("\n").aggregationStrategy(grouped()).process(part -> {}).end()))
                .containsExactly("people.txt:1", "people.txt:2", "people.txt:3");
    }

    @Test
    void F104_aRowBehindAHeaderNamesItsItem() throws Exception {
        assertThat(places("key;name\na;A\nb;B\n", route -> route.process(PlaceFaultsTest::toRows)))
                .containsExactly("people.txt item 1", "people.txt item 2");
    }

    @Test
    void F104_soItDoesWhenTheRowsAreSplit() throws Exception {
        assertThat(places("key;name\na;A\nb;B\n",
                route -> route.process(PlaceFaultsTest::toRows).split().body().aggregationStrategy(grouped()).process(part -> {}).end()))
                .containsExactly("people.txt item 1", "people.txt item 2");
    }

    @Test
    void F104_severalLinesAreNoLine() throws Exception {
        assertThat(places("{\"key\":\n\"a\"};{\"key\":\n\"b\"}",
                route -> route.split().tokenize(";").aggregationStrategy(grouped()).process(part -> {}).end()))
                .containsExactly("people.txt item 1", "people.txt item 2");
    }

    @Test
    void F104_bytesAreALineOrSeveralAsTextIs() throws Exception {
        assertThat(places("{\"key\":\n\"a\"};" + WRONG,
                route -> route.split().tokenize(";").aggregationStrategy(grouped()).convertBodyTo(byte[].class).end()))
                .containsExactly("people.txt item 1", "people.txt:2");
    }

    @Test
    void F104_anItemOfAnArrayNamesItsItem() throws Exception {
        assertThat(places("[\n" + WRONG + ",\n\n" + WRONG + "]", route -> {})).containsExactly("people.txt item 1", "people.txt item 2");
    }

    private static GroupedExchangeAggregationStrategy grouped() {
        return new GroupedExchangeAggregationStrategy();
    }

    private static void toRows(Exchange exchange) {
        List<String> lines = exchange.getMessage().getBody(String.class).lines().toList();
        String[] names = lines.get(0).split(";");
        exchange.getMessage().setBody(lines.stream().skip(1).map(line -> Map.of(names[0], line.split(";")[0])).toList());
    }

    private List<String> places(String text, Steps steps) throws Exception {
        Files.writeString(folder.resolve("people.txt"), text);
        MockEndpoint failed = context.getEndpoint("mock:failed", MockEndpoint.class);
        failed.expectedMessageCount(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).to("mock:failed");
                ProcessorDefinition<?> route = from("file:" + folder + "?initialDelay=0&noop=true");
                steps.add(route);
                route.to(UPSERT);
            }
        });
        MockEndpoint.assertIsSatisfied(60, TimeUnit.SECONDS, failed);
        Exception caught = failed.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        assertThat(caught).isInstanceOf(PersonalizeRejectedException.class);
        BatchReport report = ((PersonalizeRejectedException) caught).getReport();
        return report.items().stream().map(item -> item.coordinates().toString()).toList();
    }
}
