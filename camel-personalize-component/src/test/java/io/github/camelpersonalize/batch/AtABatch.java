// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EmulatedProject;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.project.Project;

/** Batches at a project of the emulator, without a route. Each write request comes from its place in the batch; results are told a line each. */
abstract class AtABatch extends EmulatedProject {

    final Disk disk = new Disk();
    final List<String> progress = new ArrayList<>();

    AtABatch() {}

    AtABatch(Dialect dialect, EmulatorOptions options) {
        super(dialect, options);
    }

    Batch batch(Project project) {
        return new Batch(project, disk::store, (result, done, total) -> progress.add(done + " of " + total + ": " + word(result)));
    }

    /** Bodies are checked. */
    List<String> written(WriteRequest... requests) {
        return lines(batch(checked()).write(numbered(requests)));
    }

    Project checked() {
        return project(OnConflict.update, Optional.of(new BodyCheck(dialect)));
    }

    static List<WriteRequest> numbered(WriteRequest... requests) {
        List<WriteRequest> numbered = new ArrayList<>();
        for (WriteRequest request : requests) {
            numbered.add(new WriteRequest(request.resource(), request.operation(), request.target(), request.body(),
                    Coordinates.item(numbered.size()), request.onConflict(), request.version(), request.ended()));
        }
        return numbered;
    }

    static List<String> lines(List<WriteResult> results) {
        return results.stream().map(written -> written.kind() + " " + written.key() + " " + line(written.result())).toList();
    }

    static String line(Result result) {
        return result instanceof Result.Success success
                ? word(result) + Optional.ofNullable(success.note()).map(note -> " (" + note + ")").orElse("")
                : result.toString();
    }

    private static String word(Result result) {
        return result.fold(success -> String.valueOf(success.outcome()), failed -> failed.outcome().name());
    }

    static List<String> names(List<? extends JsonNode> definitions) {
        return definitions.stream().map(definition -> definition.path("name").asText()).toList();
    }
}
