// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.util.Map;

import io.github.camelpersonalize.PersonalizeConstants;
import org.apache.camel.Handler;
import org.apache.camel.Header;

/** The natural key that a definition bore before it was renamed. */
public final class KeyLeft {

    /** That key, null when the definition was not renamed. */
    @Handler
    public String of(@Header(PersonalizeConstants.PREVIOUS) Map<String, Object> previous,
            @Header(PersonalizeConstants.KIND) String kind, @Header(PersonalizeConstants.KEY) String key) {
        if (previous == null) {
            return null;
        }
        String member = kind.equals("attribute") || kind.equals("event") ? "key" : "name";
        return previous.get(member) instanceof String before && !before.equals(key) ? before : null;
    }
}
