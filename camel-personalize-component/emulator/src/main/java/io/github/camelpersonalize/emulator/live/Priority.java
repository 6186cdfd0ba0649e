// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.body.Problems;
import io.github.camelpersonalize.emulator.live.state.References;

/** The order of a project's experiences, the most important first. */
final class Priority {

    private static final String MEMBER = "priorityOrder";

    private final Context context;

    Priority(Context context) {
        this.context = context;
    }

    Answer get(Call call) {
        return Answer.json(200, Json.object().set(MEMBER, References.array(call.project().priority())));
    }

    Answer update(Call call) {
        List<String> wanted = new ArrayList<>();
        call.body().get(MEMBER).forEach(uid -> wanted.add(uid.textValue()));
        Set<String> present = new HashSet<>(call.project().priority());
        Problems problems = context.problems();
        Set<String> seen = new HashSet<>();
        for (String uid : wanted) {
            if (!present.contains(uid)) {
                problems.addSentence(MEMBER, Code.UNKNOWN_REFERENCE, "no experience has the uid " + uid);
            } else if (!seen.add(uid)) {
                problems.add(MEMBER, Code.DUPLICATE, "names " + uid + " twice");
            }
        }
        if (!problems.isEmpty()) {
            return problems.answer();
        }
        if (seen.size() < present.size()) {
            return Errors.of(400, Code.MISSING_EXPERIENCES, "The order must name all " + present.size() + " experiences of the project");
        }
        call.project().prioritise(wanted);
        return get(call);
    }
}
