// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Outcome;

/** What a {@link PersonalizeException} tells programs. */
record ErrorDetails(String kind, String key, Coordinates coordinates, int status, String code, List<FieldError> fieldErrors,
        Outcome outcome,
        BatchReport report) {}
