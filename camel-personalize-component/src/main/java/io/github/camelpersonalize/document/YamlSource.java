// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.text.OneLine;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A document in YAML: the part of it that says what JSON does. Anchors, aliases, tags and merge keys are refused, because a few lines of them
 * expand to more than fits into a heap, and because people read over them.
 */
public final class YamlSource {

    private static final String MERGE = "<<";

    private final TreeBuilder tree;
    private boolean hasDocument;

    private YamlSource(TreeBuilder tree) {
        this.tree = tree;
    }

    public static void read(String text, TreeBuilder tree) {
        requirePrintable(text);
        new YamlSource(tree).read(text);
    }

    private void read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(JsonLimits.MAX_BODY);
        try {
            Parser parser = new ParserImpl(new StreamReader(text), options);
            for (Event event = parser.getEvent(); !event.is(Event.ID.StreamEnd); event = parser.getEvent()) {
                report(event);
            }
        } catch (MarkedYAMLException e) {
            throw new SyntaxException(lineColumn(e.getProblemMark()), reason(e));
        } catch (YAMLException e) {
            throw new SyntaxException(PositionTree.LineColumn.START, "the text cannot be read as YAML: " + e.getMessage());
        }
        if (!hasDocument) {
            throw new SyntaxException(PositionTree.LineColumn.START, "the document is empty");
        }
    }

    private void report(Event event) {
        PositionTree.LineColumn at = lineColumn(event.getStartMark());
        if (event instanceof DocumentStartEvent) {
            requireFirst(at);
        } else if (event instanceof NodeEvent && !(event instanceof ScalarEvent) && tree.isNameNext()) {
            throw new SyntaxException(at, "a member name must be a text");
        } else if (event instanceof AliasEvent alias) {
            tree.novalue("is an alias, *" + OneLine.of(alias.getAnchor()) + "; write out what it stands for", at);
        } else if (event instanceof MappingStartEvent mapping) {
            tree.beginObject(at);
            requirePlain(mapping, mapping.getTag(), at);
        } else if (event instanceof CollectionStartEvent sequence) {
            tree.beginArray(at);
            requirePlain(sequence, sequence.getTag(), at);
        } else if (event instanceof ScalarEvent scalar) {
            scalar(scalar, at);
            requirePlain(scalar, scalar.getTag(), at);
        } else if (event.is(Event.ID.SequenceEnd) || event.is(Event.ID.MappingEnd)) {
            tree.end();
        }
    }

    private void scalar(ScalarEvent scalar, PositionTree.LineColumn at) {
        String text = scalar.getValue();
        boolean isText = !scalar.isPlain() || CoreSchema.isText(text);
        if (tree.isNameNext()) {
            name(text, scalar.isPlain(), isText, at);
        } else if (isText) {
            tree.text(text, at);
        } else if (CoreSchema.isDecimal(text)) {
            tree.number(text, at);
        } else if (CoreSchema.isNoNumber(text)) {
            tree.novalue("is " + text + ", which is no JSON number; write it in quotes if it is a text", at);
        } else {
            TreeBuilder.bound(text, JsonLimits.MAX_NUMBER, "a number", at);
            tree.value(CoreSchema.word(text).or(() -> CoreSchema.based(text)).orElseThrow(), at);
        }
    }

    private void name(String name, boolean isPlain, boolean isText, PositionTree.LineColumn at) {
        tree.name(name, at);
        if (!isText) {
            tree.report("has a name that is no text; write it in quotes", at);
        } else if (isPlain && MERGE.equals(name)) {
            tree.report("is a merge key; write out the members that it stands for", at);
        }
    }

    private void requirePlain(NodeEvent node, String tag, PositionTree.LineColumn at) {
        if (node.getAnchor() != null) {
            tree.report("has an anchor, &" + OneLine.of(node.getAnchor()) + "; remove it, and write out what its aliases stand for", at);
        }
        if (tag != null) {
            tree.report("has a tag, " + OneLine.of(tag) + "; remove it", at);
        }
    }

    private void requireFirst(PositionTree.LineColumn at) {
        if (hasDocument) {
            throw new SyntaxException(at, "there is a second document; write all into one, or into files of their own");
        }
        hasDocument = true;
    }

    /** The parser would say so too, but not where. */
    private static void requirePrintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                throw new SyntaxException(SourceText.lineColumn(text, i),
                        "the character U+%04X may not stand in YAML; write it as an escape, in double quotes"
                                .formatted(text.codePointAt(i)));
            }
        }
    }

    private static String reason(MarkedYAMLException e) {
        String reason = Stream.of(e.getContext(), e.getProblem()).filter(Objects::nonNull).map(OneLine::of)
                .collect(Collectors.joining(", "));
        return reason.contains("<block end>") ? reason + "; look at the indentation" : reason;
    }

    private static PositionTree.LineColumn lineColumn(Mark mark) {
        return mark == null ? PositionTree.LineColumn.START : new PositionTree.LineColumn(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
