// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a newcomer does wrong with definitions, references and manifests: the whole message says what is wrong and what to do. */
class MessageMistakesTest extends FaultRoutes {

    private static final String FORMS = "which would be ref:attribute/<key>, ref:event/<key>, ref:audience/<name> or ref:experience/<name>;"
            + " write ref:text/… for a text that begins with ref:";
    private static final String MEMBERS = "the members are attributes, events, audiences, experiences, priority and onConflict";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attributes | {"name":"Age","key":"age","data_type":"text"} | attribute "age": /data_type must be one of string, number, boolean, date; it is "text"
            attributes | {"name":"Age","key":"age","data_type":"nubmer"} | attribute "age": /data_type must be one of string, number, boolean, date; it is "nubmer" (did you mean "number"?)
            attributes | {"name":"Age","key":"age","data_type":7} | attribute "age": /data_type must be one of string, number, boolean, date; it is 7
            attributes | {"name":"Age","key":"age","data_type":["date"]} | attribute "age": /data_type must be one of string, number, boolean, date; it is an array
            attributes | {"name":"Age","key":"age","dataType":"number"} | attribute "age": /data_type is missing; rename the member "dataType"
            events | {"Name":"Bought","KEY":"bought"} | event: /name is missing; rename the member "Name"; /key is missing; rename the member "KEY"
            events | {} | event: /name is missing; /key is missing
            """)
    void F101_aWrongMemberIsToldWithTheNearestRightOne(String resource, String body, String told) {
        assertThat(rejected(send("personalize:" + resource + "?operation=create", body))).hasMessage(told);
        assertNothingWasSent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"label":"Bought","id":"bought"} | /name is missing; /key is missing; there is instead "id", "label"
            {"key":"bought","label":"B"} | /name is missing; there is instead "label"
            {"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"key":"k"} | /name is missing; there is instead "a", "b", "c", "d", "e" and 2 more
            """)
    void F101_aRowOfACsvFileWithOtherHeadersIsToldWithTheHeadersThatItHas(String row, String told) throws Exception {
        Map<String, Object> columns = new TreeMap<>();
        json(row).properties().forEach(column -> columns.put(column.getKey(), column.getValue().asText()));

        assertThat(rejected(send("personalize:events?operation=create", columns)).getMessage().replaceFirst("^event( \"\\w+\")?: ", ""))
                .isEqualTo(told);
    }

    @Test
    void F101_optionalMembersAreNotToldInsteadOfOneThatIsMissing() {
        assertThat(rejected(send("personalize:audiences?operation=create", "{\"description\": \"d\", \"label\": \"Adults\"}")))
                .hasMessage("audience: /name is missing; there is instead \"label\"");
        assertThat(rejected(send("personalize:audiences?operation=create", "{\"description\": \"d\"}")))
                .hasMessage("audience: /name is missing");
    }

    @Test
    void F101_aRowWithAByteOrderMarkInItsHeaderIsTold() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("\ufeffkey", "bought");
        row.put("name", "Bought");

        assertThat(rejected(send("personalize:events?operation=create", row)))
                .hasMessage(
                        "event: /key is missing; before its name stands a byte order mark, the first character of the file: read the file without it");
    }

    @Test
    void F101_brokenJsonOfAFileIsToldWithLineAndColumn(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"name\": \"Age\",\n \"key\": age}");

        assertThat(rejected(send("personalize:attributes?operation=create", file))).hasMessage("attribute: Unrecognized token 'age': was"
                + " expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at line 2, column 12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ref:atribute/age   | ` (did you mean "attribute"?)`
            ref:attributes/age | ` (did you mean "attribute"?)`
            ref:Audience/Gold  | ` (did you mean "audience"?)`
            ref:age            | ``
            ref:               | ``
            """)
    void F101_aMistypedReferenceIsRejectedForGoodAndToldWithTheNearestKind(String reference, String question) {
        Exchange sent = send("personalize:audiences?operation=upsert", audience(reference));

        assertThat(rejected(sent)).hasMessage(
                "audience \"Adults\": /rules/attribute \"" + reference + "\" is no reference" + question + ", " + FORMS);
    }

    @Test
    void aReferenceToNothingWaitsForIt() {
        assertThat(unavailable(send("personalize:audiences?operation=upsert", audience("ref:attribute/aged"))))
                .hasMessage("audience \"Adults\": /rules/attribute refers to attribute \"aged\", which does not exist; create it first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                |                     | ''
            {}                | &prune=owned        | project: the manifest names no definition, and prune=owned would delete all definitions that it does not contain; add at least one definition, or set prune=none
            ''                |                     | project: line 1, column 1: the document is empty
            {"atributes": []} |                     | project: line 1, column 2: /atributes is not a member of a manifest (did you mean "attributes"?); MEMBERS
            {"tags": []}      |                     | project: line 1, column 2: /tags is not a member of a manifest; MEMBERS
            """)
    void anEmptyManifestOrOneWithAMistypedMember(String manifest, String options, String told) {
        Exchange sent = send("personalize:project?operation=apply" + (options == null ? "" : options), manifest);

        assertThat(Stream.ofNullable(sent.getException()).map(Throwable::getMessage)).isEqualTo(
                Stream.of(told.replace("MEMBERS", MEMBERS)).filter(text -> !text.isEmpty()).toList());
    }

    private static String audience(String attribute) {
        return "{\"name\": \"Adults\", \"rules\": {\"attribute\": \"%s\"}}".formatted(attribute);
    }
}
