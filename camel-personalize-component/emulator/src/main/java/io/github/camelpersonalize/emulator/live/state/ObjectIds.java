// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.regex.Pattern;

/** The two forms of uids: 24 hexadecimal digits for what the service makes, 32 for audiences of Lytics. */
public final class ObjectIds {

    private static final Pattern OBJECT = Pattern.compile("[0-9a-fA-F]{24}");
    private static final Pattern LYTICS = Pattern.compile("[0-9a-fA-F]{32}");

    private ObjectIds() {}

    /** Whether it is the uid of an object of the service. */
    public static boolean isObjectId(String text) {
        return OBJECT.matcher(text).matches();
    }

    /** Whether it is the uid of an audience of Lytics. */
    public static boolean isLyticsId(String text) {
        return LYTICS.matcher(text).matches();
    }

    /** What the service says of a text that is no uid. */
    public static String objection(String text) {
        return text + " is not a valid ObjectId";
    }
}
