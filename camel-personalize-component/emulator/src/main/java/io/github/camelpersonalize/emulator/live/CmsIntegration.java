// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Optional;

import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.state.Experience;

/** The older way to ask for the variant group that the CMS has for an experience. */
final class CmsIntegration {

    private final Context context;

    CmsIntegration(Context context) {
        this.context = context;
    }

    Answer variantGroup(Call call) {
        Optional<Experience> experience = call.project().experience(call.uid());
        experience.ifPresent(found -> found.read(context.audit()));
        if (experience.isEmpty()) {
            return Experiences.unknown(call.uid());
        }
        return experience.get().cms()
                .map(cms -> Answer.json(200, Json.object().put("variantGroup", cms.path("variantGroup").asText())))
                .orElseGet(() -> Errors.of(404, Code.NOT_FOUND, "The CMS has no variant group for the experience " + call.uid()));
    }
}
