// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.net.URI;
import java.net.URLEncoder;

import io.github.camelpersonalize.api.ProjectId;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The key of one project's state in a state repository, which many projects and purposes share:
 * {@code personalize:eu-personalize-api.contentstack.com:64c7787b333555469a861224:changes:attributes}.
 *
 * @param purpose what is kept, as in {@code changes:attributes}
 */
public record StateKey(ProjectId project, String purpose) {

    /** The key. The project's uid is encoded, because repositories and keys have separators of their own. */
    @Override
    public String toString() {
        return "personalize:" + address(project.service()) + ":" + URLEncoder.encode(project.uid(), UTF_8) + ":" + purpose;
    }

    /** Host, port and path. The usual scheme is not named; the usual port of the other one is. */
    private static String address(URI service) {
        boolean isPlain = "http".equals(service.getScheme()) && service.getPort() == -1;
        return service.getRawAuthority() + (isPlain ? ":80" : "") + service.getRawPath().replace("%", "%25").replace(":", "%3A");
    }
}
