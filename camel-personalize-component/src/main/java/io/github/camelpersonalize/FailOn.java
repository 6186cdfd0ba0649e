// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.outcome.BatchReport;

/** When failed items of a batch fail the exchange. The constants are spelled as users write them. */
public enum FailOn {

    /** As soon as one item failed. */
    any,
    /** When no item succeeded. */
    all,
    /** Never; the report tells. */
    none;

    boolean fails(BatchReport report) {
        return switch (this) {
            case any -> report.failures() > 0;
            case all -> !report.items().isEmpty() && report.failures() == report.items().size();
            case none -> false;
        };
    }
}
