// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelpersonalize.credentials.Credentials;
import org.jspecify.annotations.Nullable;

/** The headers of requests. Those of one request are, as a rule, those of the one before. Thread-safe. */
final class RequestHeaders {

    private volatile @Nullable Last last;

    /** What headers are made of, and the headers. */
    private record Last(Credentials.Header credential, boolean isOfOrganization, String uid, boolean hasBody, Map<String, String> headers) {

        private boolean serves(Credentials.Header other, boolean ofOrganization, String otherUid, boolean withBody) {
            return credential.equals(other) && isOfOrganization == ofOrganization && uid.equals(otherUid) && hasBody == withBody;
        }
    }

    /** Names in lower case. */
    Map<String, String> of(ApiRequest request, Credentials.Header credential, boolean hasBody) {
        boolean isOfOrganization = request.call().isOfOrganization();
        String uid = request.project().uid();
        Last known = last;
        if (known == null || !known.serves(credential, isOfOrganization, uid, hasBody)) {
            known = new Last(credential, isOfOrganization, uid, hasBody, headers(credential, isOfOrganization, uid, hasBody));
            last = known;
        }
        return known.headers();
    }

    private static Map<String, String> headers(Credentials.Header credential, boolean isOfOrganization, String uid, boolean hasBody) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(credential.name(), credential.value());
        headers.put(isOfOrganization ? "organization_uid" : "x-project-uid", uid);
        headers.put("accept", "application/json");
        if (hasBody) {
            headers.put("content-type", "application/json");
        }
        headers.put("user-agent", UserAgent.VALUE);
        return Collections.unmodifiableMap(headers);
    }
}
