// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.Resolution;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.model.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.Yaml;

import static io.github.camelpersonalize.manifest.Documents.READER;
import static io.github.camelpersonalize.manifest.Documents.manifest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@PropertyDefaults(tries = 300)
class RoundTripTest {

    private static final String SEED = "1";

    @Property(seed = SEED)
    void whatIsExportedReadsBackAsItIs(@ForAll("values") JsonNode rules, @ForAll("texts") String name) {
        ExportedManifest exported = export(rules, name);

        Manifest manifest = manifest(READER.read(exported.toText(), "export.yaml"));

        assertThat(manifest).usingRecursiveComparison().ignoringFieldsOfTypes(Position.class)
                .isEqualTo(manifest(READER.read(exported.toJson(), null)));
        assertThat(manifest(READER.read(Json.bytes(exported.toJson()), "export.json"))).usingRecursiveComparison()
                .ignoringFieldsOfTypes(Position.class).isEqualTo(manifest);
        assertThat(exported.toJson().size() + exported.skipped().size()).isPositive();
    }

    @Property(seed = SEED)
    void whatIsExportedMeansWhatTheServiceHeld(@ForAll("values") JsonNode rules) {
        Entry entry = manifest(export(rules, "Adults").toText()).entries().get(0);

        assertThat(References.resolve(Dialect.CONTRACT, entry.definition(), reference -> Optional.of("u1")))
                .isEqualTo(new Resolution.Resolved(definition(rules, "Adults")));
    }

    /** Such as most tools for YAML are: there, yes is true and 12:30:45 a number. */
    @Property(seed = SEED, tries = 1000)
    void whatIsExportedIsTheSameTextForAReaderOfYaml11(@ForAll("textsOfYaml11") String name) {
        ExportedManifest exported = export(JsonNodeFactory.instance.textNode(name), name);

        Map<String, List<Map<String, Object>>> read = new Yaml().load(exported.toText());

        for (JsonNode audience : exported.toJson().path("audiences")) {
            assertThat(read.get("audiences")).containsExactly(
                    Map.of("name", audience.get("name").textValue(), "rules", Map.of("value", audience.at("/rules/value").textValue())));
        }
    }

    @Property(seed = SEED, tries = 1000)
    void anyTextIsAManifestOrToldWithItsPlace(@ForAll("documents") String text) {
        if (READER.read(text, null) instanceof ParseResult.Invalid faulty) {
            assertThat(faulty.diagnostics()).isNotEmpty().allMatch(fault -> fault.position().isKnown());
        }
    }

    private static ExportedManifest export(JsonNode rules, String name) {
        return new Export(Dialect.CONTRACT).of(Map.of(Resource.audiences, List.of(definition(rules, name).put("uid", "u1"))), List.of());
    }

    private static ObjectNode definition(JsonNode rules, String name) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("name", name);
        definition.putObject("rules").set("value", rules);
        return definition;
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(texts().map(JsonNodeFactory.instance::textNode), numbers(),
                Arbitraries.of(Json.read("true"), Json.read("false"), Json.read("null"), Json.read("\"u1\""), Json.read("{}"),
                        Json.read("[]")));
        return Arbitraries.recursive(() -> scalars, inner -> Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(items -> JsonNodeFactory.instance.arrayNode().addAll(items)),
                Combinators.combine(texts().filter(name -> name.length() < 1000).list().uniqueElements().ofMaxSize(3), inner)
                        .as((names, value) -> JsonNodeFactory.instance.objectNode()
                                .setAll(names.stream().collect(Collectors.toMap(name -> name, name -> value))))),
                0, 3);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> strange = Arbitraries.of("", " ", "yes", "No", "on", "null", "~", "12", "0x1F", "0o7", "1_000", "1e3", ".5",
                ".nan",
                "2026-11-24", "12:30:45", "<<", "=", "- a", "a: b", "a #b", "#", "? x", "&a", "*a", "!x", "%x", "@x", "`x", "|", ">", "{",
                "[", "'",
                "\"", "a\nb", "a\n", "\na", "a\n\n", "a\n\nb\n", " a\nb", "a \nb", "a\n b", "a\n\tb", "\ta\n", "a\n  ", "a\r\nb", "a\rb",
                "\u0085",
                "a\u2028b", "a\n\u2029b", "a\n\u0085b", "a\n\rb", "\u00a0", "\uFEFF", "a\uFEFFb", "\u0000", "\u0007\n", "😀\nb", "---",
                "...", "a\n---\nb", "a\n...\nb", "ref:", "ref:audience/x",
                "ref:text/x", "\\", "a\\nb", "#a\nb", "a\n#b", "x".repeat(200), ("word ".repeat(60) + "\n").repeat(2), "é".repeat(130));
        return Arbitraries.oneOf(strange, Arbitraries.strings().ofMaxLength(20).filter(RoundTripTest::isText),
                Arbitraries.strings().withChars(" \t\r\u0085\u2028\n#:-ab'\"?,[]{}&*!|>%@`\\").ofMaxLength(12));
    }

    @Provide
    Arbitrary<String> textsOfYaml11() {
        return Arbitraries.oneOf(texts(), Arbitraries.strings().withChars("0189_:.+-xobeEtTzZ aAfFinNyY~<=").ofMinLength(1).ofMaxLength(8),
                Arbitraries.of("0b1", "017", "+1:30", "1:30.5", "1.e5", "2026-1-2t10:00:00 +1", "2026-11-24 10:00:00", "ON", "Off",
                        "1_0.5"));
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> part = Arbitraries.oneOf(texts(),
                Arbitraries.of("events", "attributes:", "priority", ": ", "\n", "\n  ", "- ", "key: ",
                        "name: ", "{", "}", "[", "]", ", ", "&a ", "*a ", "!!str ", "? ", "| \n", "\"", "'"));
        return part.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.oneOf(Arbitraries.integers().map(JsonNodeFactory.instance::numberNode).map(JsonNode.class::cast),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)).map(BigInteger::toString)
                        .map(Json::read),
                Arbitraries.bigDecimals().ofScale(20).map(BigDecimal::toString).map(Json::read),
                Arbitraries.of("1.50", "1e3", "-0.0", "1E-30", "9e999",
                        "33.333333333333333333").map(Json::read));
    }

    private static boolean isText(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }
}
