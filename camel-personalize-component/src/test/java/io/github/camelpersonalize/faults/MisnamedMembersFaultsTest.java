// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Members that are almost what they should be: told with the one that is there, and with the value that is refused. */
class MisnamedMembersFaultsTest extends FaultRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";

    @Test
    void F101_aByteOrderMarkBeforeTheFirstColumnIsToldAsOne() {
        assertThat(rejected(send(CREATE, Map.of("\uFEFFkey", "age", "name", "Age", "data_type", "number")))).hasMessage("attribute: /key is"
                + " missing; before its name stands a byte order mark, the first character of the file: read the file without it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dataType
            data-type
            DATA_TYPE
            Data Type
            DataType
            """)
    void F101_aMemberThatIsWrittenOtherwiseIsTold(String member) {
        assertThat(rejected(send(CREATE, Map.of("key", "age", "name", "Age", member, "number"))))
                .hasMessage("attribute \"age\": /data_type is missing; rename the member \"" + member + "\"");
    }

    @Test
    void F101_anotherMemberIsToldAsItIs() {
        assertThat(rejected(send(CREATE, Map.of("key", "age", "name", "Age", "type\u202e🎈", 1))))
                .hasMessage("attribute \"age\": /data_type is missing; there is instead \"type\\u202e🎈\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Number"       | "Number" (did you mean "number"?)
            ""             | ""
            7              | 7
            null           | null
            ["number"]     | an array
            {"a": 1}       | an object
            "a\\u202eb"    | "a\\u202eb"
            """)
    void F101_aRefusedValueIsShown(String value, String shown) {
        assertThat(rejected(send(CREATE, "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": " + value + "}")))
                .hasMessage("attribute \"age\": /data_type must be one of string, number, boolean, date; it is " + shown);
    }
}
