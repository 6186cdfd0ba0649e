// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;

import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.batch.ManifestPart;
import io.github.camelpersonalize.plan.Plan;

/** What a message asks for. */
public sealed interface Input {

    /** One definition. */
    record Single(InputRecord item) implements Input {}

    /** Several definitions; the response is a report. */
    record Batch(List<InputRecord> items) implements Input {}

    /** The project as a whole, as these manifests say together. */
    record Manifests(List<ManifestPart> parts) implements Input {}

    /** The project as a whole, as this plan says. */
    record PlanToApply(Plan plan) implements Input {}

    /** Nothing that can be carried out. */
    record Refused(String why) implements Input {}
}
