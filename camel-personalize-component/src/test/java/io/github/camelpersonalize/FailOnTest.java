// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.List;

import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Fault;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which batches fail as a whole: a 1 is an item that has failed, a 0 one that has not. */
class FailOnTest {

    @ParameterizedTest
    @CsvSource({"'', false, false, false", "0, false, false, false", "1, true, true, false", "00, false, false, false",
            "01, true, false, false", "10, true, false, false", "11, true, true, false"})
    void decidesByTheItemsThatHaveFailed(String items, boolean any, boolean all, boolean none) {
        BatchReport report = report(items);

        assertThat(List.of(FailOn.any.fails(report), FailOn.all.fails(report), FailOn.none.fails(report))).containsExactly(any, all, none);
    }

    private static BatchReport report(String items) {
        List<ItemResult> results = new ArrayList<>();
        for (char item : items.toCharArray()) {
            boolean hasFailed = item == '1';
            results.add(new ItemResult(results.size(), "event", null, null, hasFailed ? Outcome.REJECTED : Outcome.CREATED, null,
                    Coordinates.item(results.size()), hasFailed ? Fault.RECORD : null, null, List.of(), null));
        }
        return new BatchReport(results);
    }
}
