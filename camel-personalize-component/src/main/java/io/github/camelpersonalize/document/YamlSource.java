// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.text.Visible;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A document in YAML: the part of it that says what JSON does. Anchors, aliases, tags and merge keys are rejected: a few lines of them
 * can expand to more than a heap holds, and people overlook them.
 */
final class YamlSource {

    private static final String MERGE = "<<";

    /** The parser copies what it has of a scalar or comment each time its buffer is full: with a small buffer, a large one takes minutes. */
    private static final int BUFFER = 1024 * 1024;

    private final TreeBuilder tree;
    private boolean hasDocument;

    private YamlSource(TreeBuilder tree) {
        this.tree = tree;
    }

    static void read(String text, TreeBuilder tree) {
        requirePrintable(text);
        new YamlSource(tree).read(text);
    }

    private void read(String text) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(JsonLimits.MAX_BODY)
                .setBufferSize(Math.min(text.length(), BUFFER)).build();
        try {
            new Parse(settings).parseString(text).forEach(this::report);
        } catch (MarkedYamlEngineException e) {
            throw new SyntaxException(lineColumn(e.getProblemMark()), reason(e));
        } catch (YamlEngineException e) {
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
            tree.novalue("is an alias, *" + name(alias) + "; write out what it stands for", at);
        } else if (event instanceof MappingStartEvent mapping) {
            tree.beginObject(at);
            requirePlain(mapping, mapping.getTag(), at);
        } else if (event instanceof CollectionStartEvent sequence) {
            tree.beginArray(at);
            requirePlain(sequence, sequence.getTag(), at);
        } else if (event instanceof ScalarEvent scalar) {
            scalar(scalar, at);
            requirePlain(scalar, scalar.getTag(), at);
        } else if (event instanceof CollectionEndEvent) {
            tree.end();
        }
    }

    private void scalar(ScalarEvent scalar, PositionTree.LineColumn at) {
        String text = scalar.getValue();
        ScalarType type = scalar.isPlain() ? ScalarType.of(text) : ScalarType.TEXT;
        if (tree.isNameNext()) {
            name(text, scalar.isPlain(), type == ScalarType.TEXT, at);
            return;
        }
        switch (type) {
            case TEXT -> tree.text(text, at);
            case NULL -> tree.value(NullNode.getInstance(), at);
            case BOOLEAN -> tree.value(BooleanNode.valueOf(Boolean.parseBoolean(text)), at);
            case NUMBER -> tree.number(text, at);
            case NO_NUMBER -> tree.novalue("is " + shown(text) + ", which is no JSON number; write it in quotes if it is a text", at);
        }
    }

    /** Digits enough to find it. */
    private static String shown(String number) {
        return number.length() > 100 ? number.substring(0, 100) + "…" : number;
    }

    private void name(String name, boolean isPlain, boolean isText, PositionTree.LineColumn at) {
        tree.name(name, at);
        if (!isText) {
            tree.report("has a name that is no text; write it in quotes", at);
        } else if (isPlain && MERGE.equals(name)) {
            tree.report("is a merge key; write out the members that it stands for", at);
        }
    }

    private void requirePlain(NodeEvent node, Optional<String> tag, PositionTree.LineColumn at) {
        if (node.getAnchor().isPresent()) {
            tree.report("has an anchor, &" + name(node) + "; remove it, and write out what its aliases stand for", at);
        }
        tag.ifPresent(name -> tree.report("has a tag, " + Visible.text(name) + "; remove it", at));
    }

    private static String name(NodeEvent node) {
        return Visible.text(node.getAnchor().map(Anchor::getValue).orElse(""));
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

    private static String reason(MarkedYamlEngineException e) {
        String reason = Stream.of(e.getContext(), e.getProblem()).filter(text -> text != null && !text.isEmpty()).map(Visible::text)
                .collect(Collectors.joining(", "));
        return reason.contains("<block end>") ? reason + "; look at the indentation" : reason;
    }

    private static PositionTree.LineColumn lineColumn(Optional<Mark> mark) {
        return mark.map(at -> new PositionTree.LineColumn(at.getLine() + 1, at.getColumn() + 1)).orElse(PositionTree.LineColumn.START);
    }
}
