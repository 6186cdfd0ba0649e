// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.outcome.BatchReport;

/** Which failures of items fail the exchange of a batch. The constants are spelled as users write them. */
public enum FailOn {

    /** At least one item failed. */
    any,
    /** No item succeeded. */
    all,
    /** None; the report lists them. */
    none;

    boolean fails(BatchReport report) {
        return switch (this) {
            case any -> report.failures() > 0;
            case all -> !report.items().isEmpty() && report.failures() == report.items().size();
            case none -> false;
        };
    }
}
