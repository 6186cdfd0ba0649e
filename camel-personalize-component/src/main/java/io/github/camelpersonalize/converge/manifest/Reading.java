// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** What came of reading a document. */
public sealed interface Reading {

    /** The document is a manifest. */
    record Read(Manifest manifest) implements Reading {}

    /**
     * The document is none.
     *
     * @param faults all that is wrong with it, in the order of the document
     */
    record Faulty(List<Fault> faults) implements Reading {

        public Faulty {
            faults = List.copyOf(faults);
        }

        /** A line a fault. */
        @Override
        public String toString() {
            return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
        }
    }
}
