// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.net.URI;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one identity of a project: the address of the service, and the project's uid there. Whatever is kept or shared for a project is kept by it.
 * <p>
 * An address has many spellings, which RFC 3986, section 6.2, calls equivalent. They are one service here. Two paths are two services, because a
 * gateway may have several behind one host.
 *
 * @param service the service's root in its only spelling: without default port, and without a slash at the end
 * @param uid the project's uid, as in the header {@code x-project-uid}
 */
public record ProjectId(URI service, String uid) implements Comparable<ProjectId> {

    /** The rule of a uid, in words. It is sent in a header, where a line break would begin another header (RFC 9110, section 5.5). */
    public static final String UID_RULE = "1 to 128 visible ASCII characters without spaces";

    private static final int MAX_UID = 128;
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public ProjectId {
        if (!isLegalUid(uid)) {
            throw new IllegalArgumentException(UID_RULE);
        }
        service = canonical(service);
    }

    /** Whether a project may have this uid. */
    public static boolean isLegalUid(@Nullable String text) {
        return text != null && !text.isEmpty() && text.length() <= MAX_UID && text.chars().allMatch(ProjectId::isVisible);
    }

    private static boolean isVisible(int character) {
        return character >= '!' && character <= '~';
    }

    /** A project of the same service. */
    public ProjectId withUid(String other) {
        return other.equals(uid) ? this : new ProjectId(service, other);
    }

    /** By uid: maps search keys of one hash code by an order, and messages may name any number of projects. */
    @Override
    public int compareTo(ProjectId other) {
        int byUid = uid.compareTo(other.uid);
        return byUid == 0 ? service.compareTo(other.service) : byUid;
    }

    private static URI canonical(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        String root = scheme + "://" + host + port(scheme, url.getPort());
        // Escapes first, because a dot segment may be spelled with them.
        String path = URI.create(root + "/" + ESCAPE.matcher(url.getRawPath()).replaceAll(ProjectId::unescaped)).normalize().getRawPath();
        return URI.create(root + path.replaceFirst("^(/\\.\\.)+(?=/|$)", "").replaceFirst("/+$", ""));
    }

    private static String port(String scheme, int port) {
        boolean isDefault = port == -1 || port == ("https".equals(scheme) ? HTTPS : HTTP);
        return isDefault ? "" : ":" + port;
    }

    /** The character, if it means the same without an escape (RFC 3986, section 6.2.2.2). */
    private static String unescaped(MatchResult escape) {
        String character = String.valueOf((char) Integer.parseInt(escape.group().substring(1), 16));
        boolean isUnreserved = UNRESERVED.matcher(character).matches();
        return isUnreserved ? character : Matcher.quoteReplacement(escape.group().toUpperCase(Locale.ROOT));
    }
}
