// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.outcome.Result;

import static io.github.camelpersonalize.api.Resource.experiences;

/**
 * A project that has the experience Hero, of the uid x1, in a list that is already in the script. Texts of versions are short: {@code v1 DRAFT A1} has the
 * uid v1, the status DRAFT and a variant of the name A, with the content 1 and the short uid a.
 */
abstract class AtAnExperience {

    static final String HERO = "{'uid':'x1','name':'Hero','hasDraft':true}";
    static final String VERSIONS = "GET /experiences/x1/versions";

    final ScriptedService service = ScriptedService.live().then(200, "[" + HERO + "]");

    final Result upsert(String status, String... variants) {
        return service.upsert(experiences, desired(status, variants));
    }

    static String desired(String status, String... variants) {
        return "{'name':'Hero','status':'" + status + "','variants':[" + variants(false, variants) + "]}";
    }

    static String put(String uid, String status, String... variants) {
        return "PUT /experiences/x1/versions/" + uid + " {'status':'" + status + "','variants':[" + variants(true, variants) + "]}";
    }

    static String versions(String... versions) {
        return Stream.of(versions).map(AtAnExperience::version).collect(Collectors.joining(",", "[", "]"));
    }

    static String version(String text) {
        String[] parts = text.split(" ");
        String variants = variants(true, Arrays.copyOfRange(parts, 2, parts.length));
        return "{'uid':'" + parts[0] + "','status':'" + parts[1] + "','variants':[" + variants + "]}";
    }

    private static String variants(boolean hasUid, String... variants) {
        return Stream.of(variants).map(text -> variant(text, hasUid)).collect(Collectors.joining(","));
    }

    /** {@code A1}, with or without its short uid. */
    static String variant(String text, boolean hasUid) {
        String name = text.substring(0, 1);
        return "{'name':'" + name + "','trafficDistribution':" + text.substring(1)
                + (hasUid ? ",'shortUid':'" + name.toLowerCase(Locale.ROOT) + "'" : "") + "}";
    }
}
