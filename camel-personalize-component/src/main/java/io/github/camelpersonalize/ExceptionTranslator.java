// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.text.OneLine;
import org.jspecify.annotations.Nullable;

/** Makes exceptions of failures: their messages name the definition, the reason, and where the record came from. */
final class ExceptionTranslator {

    private final Resource resource;
    private final @Nullable String uriKey;

    /**
     * @param uriKey the natural key that the URI says, or {@code null}
     */
    ExceptionTranslator(Resource resource, @Nullable String uriKey) {
        this.resource = resource;
        this.uriKey = uriKey;
    }

    /** The exception for one record. */
    PersonalizeException exception(InputRecord item, Result.Failure failed) {
        Problem problem = failed.problem();
        String key = key(item);
        String message = subject(resource.kind(), key) + ": " + problem.message()
                + (item.coordinates() == null ? "" : " (" + item.coordinates() + ")");
        return exception(problem.category(), message,
                new PersonalizeException.ErrorDetails(resource.kind(), key, item.coordinates(), problem.status(), problem.code(),
                        problem.fieldErrors(), failed.outcome(), null));
    }

    /**
     * The exception for a batch.
     *
     * @param worst the failure that matters most: the exception is about it
     */
    PersonalizeException exception(BatchReport report, WriteResult worst) {
        Result.Failure failed = (Result.Failure) worst.result();
        Problem problem = failed.problem();
        boolean isFirst = report.items().stream().filter(item -> item.fault() != null).limit(1)
                .allMatch(item -> problem.message().equals(item.message()));
        String message = report.failures() + " of " + report.items().size() + " items failed, " + (isFirst ? "first " : "among them ")
                + subject(worst.kind(), worst.key()) + ": " + problem.message() + " (" + worst.from() + ")";
        return exception(problem.category(), message,
                new PersonalizeException.ErrorDetails(worst.kind(), worst.key(), worst.from(), problem.status(), problem.code(), List.of(),
                        failed.outcome(), report));
    }

    private static PersonalizeException exception(Problem.Category category, String message, PersonalizeException.ErrorDetails details) {
        String line = OneLine.message(message);
        return switch (category) {
            case REJECTED -> new PersonalizeRejectedException(line, details);
            case BLOCKED, UNAVAILABLE -> new PersonalizeUnavailableException(line, details);
            case MISCONFIGURED -> new PersonalizeConfigurationException(line, details);
            case UNAUTHORIZED -> new PersonalizeAuthException(line, details);
        };
    }

    private static String subject(String kind, @Nullable String key) {
        return key == null ? kind : kind + " \"" + key + "\"";
    }

    private @Nullable String key(InputRecord item) {
        String own = item.body() == null ? null : NaturalKey.of(resource, item.body()).orElse(null);
        return Stream.of(uriKey, own, item.key(), item.tombstoneKey()).filter(text -> text != null && !text.isBlank())
                .findFirst().orElse(null);
    }
}
