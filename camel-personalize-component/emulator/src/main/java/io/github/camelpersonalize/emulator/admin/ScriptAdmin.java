// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.ScriptBook;
import io.github.camelpersonalize.emulator.script.ScriptReader;

/** Takes scripts in, shows what is left of them, clears them. */
final class ScriptAdmin {

    private final ScriptBook scripts;

    ScriptAdmin(ScriptBook scripts) {
        this.scripts = scripts;
    }

    Answer list() {
        return Answer.json(200, Json.object().set("left", Json.tree(scripts.left())));
    }

    Answer add(Request request) {
        Optional<JsonNode> body = Json.read(request.body());
        List<String> faults = new ArrayList<>();
        Optional<Script> script = body.flatMap(json -> ScriptReader.read(json, faults));
        if (script.isEmpty()) {
            return Answer.error(400,
                    "The script is refused: " + (body.isEmpty() ? "it is not valid JSON" : String.join("; ", faults)) + ".");
        }
        scripts.add(script.get());
        return Answer.json(201, Json.object().set("left", Json.tree(scripts.left())));
    }

    Answer clear() {
        scripts.clear();
        return Answer.empty(200);
    }
}
