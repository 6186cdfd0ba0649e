// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.util.Set;

/**
 * The switches of the live personality. Start from {@link #defaults()} and change what matters:
 * {@code LiveOptions.defaults().strictMembers(true).cmsPolls(0)}.
 *
 * @param strictMembers
 *            true to refuse every member of a body that is not known, nested ones included; only what a version of an experience repeats of itself, such
 *            as {@code uid} and {@code createdAt}, is still welcome
 * @param pauseLocked
 *            true when an active version cannot be paused
 * @param stalePriority
 *            true when a deleted experience stays in the priority
 * @param cmsPolls
 *            how many reads of an experience after its activation come without {@code _cms}; 0 for none
 * @param quota
 *            how many attributes, audiences, events and experiences a project may have, of each
 * @param organizationUid
 *            what the header {@code organization_uid} must say
 * @param readOnlyTokens
 *            access tokens that are accepted, too, but have the right to read only
 */
public record LiveOptions(boolean strictMembers, boolean pauseLocked, boolean stalePriority, int cmsPolls, int quota,
        String organizationUid,
        Set<String> readOnlyTokens) {

    /** The organization when no other is set. */
    public static final String ORGANIZATION_UID = "blt00000000000000aa";

    /** Checks the values. */
    public LiveOptions {
        if (cmsPolls < 0) {
            throw new IllegalArgumentException("cmsPolls must be 0 or more: " + cmsPolls);
        }
        if (quota < 1) {
            throw new IllegalArgumentException("quota must be 1 or more: " + quota);
        }
        readOnlyTokens = Set.copyOf(readOnlyTokens);
    }

    /** Lenient, two polls, 100 objects of each kind, no tokens with lesser rights. */
    public static LiveOptions defaults() {
        return new LiveOptions(false, false, false, 2, 100, ORGANIZATION_UID, Set.of());
    }

    /** Refuses members that are not known. */
    public LiveOptions strictMembers(boolean value) {
        return new LiveOptions(value, pauseLocked, stalePriority, cmsPolls, quota, organizationUid, readOnlyTokens);
    }

    /** Refuses to pause an active version. */
    public LiveOptions pauseLocked(boolean value) {
        return new LiveOptions(strictMembers, value, stalePriority, cmsPolls, quota, organizationUid, readOnlyTokens);
    }

    /** Leaves deleted experiences in the priority. */
    public LiveOptions stalePriority(boolean value) {
        return new LiveOptions(strictMembers, pauseLocked, value, cmsPolls, quota, organizationUid, readOnlyTokens);
    }

    /** Shows {@code _cms} after so many reads. */
    public LiveOptions cmsPolls(int value) {
        return new LiveOptions(strictMembers, pauseLocked, stalePriority, value, quota, organizationUid, readOnlyTokens);
    }

    /** Takes in so many objects of each kind. */
    public LiveOptions quota(int value) {
        return new LiveOptions(strictMembers, pauseLocked, stalePriority, cmsPolls, value, organizationUid, readOnlyTokens);
    }

    /** Plays this organization. */
    public LiveOptions organizationUid(String value) {
        return new LiveOptions(strictMembers, pauseLocked, stalePriority, cmsPolls, quota, value, readOnlyTokens);
    }

    /** Accepts these access tokens for reading. */
    public LiveOptions readOnlyTokens(String... values) {
        return new LiveOptions(strictMembers, pauseLocked, stalePriority, cmsPolls, quota, organizationUid, Set.of(values));
    }
}
