// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Makes objects whose members take little memory: projects and batches have many of them. */
class CompactNodes extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    /**
     * @param bigDecimalExact whether decimals keep their trailing zeros
     */
    CompactNodes(boolean bigDecimalExact) {
        super(bigDecimalExact);
    }

    @Override
    public ObjectNode objectNode() {
        return new CompactObject(this);
    }

    private static final class CompactObject extends ObjectNode {

        private static final long serialVersionUID = 1L;

        private CompactObject(CompactNodes nodes) {
            super(nodes, new Members<>());
        }

        @Override
        public ObjectNode deepCopy() {
            ObjectNode copy = new CompactObject((CompactNodes) _nodeFactory);
            properties().forEach(member -> copy.set(member.getKey(), member.getValue().deepCopy()));
            return copy;
        }
    }

    /** For long lists, of which texts such as {@code number} are the values of many: those that were used last are found again. */
    static final class Sharing extends CompactNodes {

        private static final long serialVersionUID = 1L;

        /** A power of two. */
        private static final int KNOWN = 256;

        /** Longer ones are mostly different. */
        private static final int SHORT = 16;

        /** Threads may miss what others have put here: nodes of texts never change. */
        private static final TextNode[] RECENT = new TextNode[KNOWN];

        Sharing() {
            super(false);
        }

        @Override
        public TextNode textNode(String text) {
            if (text == null || text.isEmpty() || text.length() > SHORT) {
                return super.textNode(text);
            }
            int place = text.hashCode() & KNOWN - 1;
            TextNode known = RECENT[place];
            if (known != null && known.textValue().equals(text)) {
                return known;
            }
            TextNode node = super.textNode(text);
            RECENT[place] = node;
            return node;
        }
    }
}
