// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;

import io.github.camelpersonalize.batch.InputRecord;

/** What a message asks for: one definition, or a batch of them. */
public sealed interface Input {

    /** One definition. */
    record Single(InputRecord item) implements Input {}

    /** Neither: why it cannot be carried out. */
    record Refused(String why) implements Input {}

    /** Several, to be answered by a report. */
    record Batch(List<InputRecord> items) implements Input {}
}
