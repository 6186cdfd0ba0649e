// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.outcome.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class ListReaderTest {

    private static final String NO_LIST = "UNKNOWN: the response to GET /attributes is not a list of attributes: ";

    @Test
    void aListIsABareArrayOrInTheEnvelopeOfTheDialect() {
        assertThat(read(Dialect.CONTRACT, Resource.attributes, "[{'uid':'a1'}]"))
                .isEqualTo(new Result.Success(null, 200, json("[{'uid':'a1'}]"), null, null));
        assertThat(read(Dialect.CONTRACT, Resource.attributes, "{'data':[{'uid':'a1'}],'more':[]}"))
                .isEqualTo(new Result.Success(null, 200, json("[{'uid':'a1'}]"), null, null));
        assertThat(read(Dialect.LIVE, Resource.attributes, "[{'uid':'a1'}]"))
                .isEqualTo(new Result.Success(null, 200, json("[{'uid':'a1'}]"), null, null));
    }

    @Test
    void nothingElseIsAnEmptyList() {
        assertThat(read(Dialect.CONTRACT, Resource.attributes, "{'items':[]}"))
                .hasToString(NO_LIST + "it is neither an array nor an object with an array \"data\"");
        assertThat(read(Dialect.LIVE, Resource.attributes, "{'data':[]}")).hasToString(NO_LIST + "it is no array");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [{'uid':'a1'},1]            | its item 2 is no object
            [{'uid':'a1'},{}]           | its item 2 has no usable uid (a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots)
            [{'uid':'priority'}]        | its item 1 has no usable uid (a uid has 1 to 128 letters, digits, '-', '_', '.' or '~', and not only dots)
            [{'uid':'a'},{'uid':'a'}]   | its item 2 repeats the uid a""")
    void eachDefinitionHasAUidOfItsOwn(String list, String fault) {
        assertThat(read(Dialect.CONTRACT, Resource.attributes, list)).hasToString(NO_LIST + fault);
    }

    @Test
    void placesNeedNoUid() {
        assertThat(read(Dialect.CONTRACT, Resource.geolocation, "[{'name':'Bavaria'},{'name':'Bavaria'}]"))
                .isInstanceOf(Result.Success.class);
        assertThat(read(Dialect.CONTRACT, Resource.geolocation, "['Bavaria']"))
                .hasToString("UNKNOWN: the response to GET /geolocation/regions is not a list of geolocation: its item 1 is no object");
    }

    @Test
    void placesMayBeTheOnlyArrayOfAnObject() {
        assertThat(read(Dialect.LIVE, Resource.geolocation, "{'count':1,'regions':[{'name':'Bavaria'}]}"))
                .isEqualTo(new Result.Success(null, 200, json("[{'name':'Bavaria'}]"), null, null));
        assertThat(read(Dialect.LIVE, Resource.geolocation, "{'regions':[],'others':[]}"))
                .hasToString("UNKNOWN: the response to GET /geolocation/regions is not a list of geolocation: it is no array");
    }

    private static Result read(Dialect dialect, Resource resource, String body) {
        Operation operation = resource == Resource.geolocation ? Operation.listRegions : Operation.list;
        Call call = dialect.call(resource, operation).orElseThrow();
        return new ListReader(dialect).read(call, new Success(200, json(body)));
    }
}
