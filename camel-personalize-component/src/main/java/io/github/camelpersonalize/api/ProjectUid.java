// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.regex.Pattern;

/** The rule of a project's uid. It is sent in a header, where a line break would begin another header (RFC 9110, section 5.5). */
public final class ProjectUid {

    public static final String RULE = "1 to 128 visible ASCII characters without spaces";

    private static final Pattern LEGAL = Pattern.compile("[!-~]{1,128}");

    private ProjectUid() {}

    public static boolean isLegal(String text) {
        return LEGAL.matcher(text).matches();
    }
}
