// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is found out of each point. A refutation stays; a confirmation gives way to it, and what is open to both. */
final class Findings {

    private final UnaryOperator<String> mask;
    private final Map<Point, Finding> found = new EnumMap<>(Point.class);

    /**
     * Nothing is found yet.
     *
     * @param mask
     *            takes secrets out of a text
     */
    Findings(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    /** Says whether the point holds. */
    void check(Point point, boolean holds, String seen) {
        note(new Finding(point, holds ? Verdict.CONFIRMED : Verdict.REFUTED, mask.apply(seen)));
    }

    /** Says what was seen of a point that claims nothing, or why it could not be tried. */
    void observe(Point point, String seen) {
        note(new Finding(point, Verdict.OPEN, mask.apply(seen)));
    }

    /** The point holds if the call was accepted. */
    void accepted(Point point, Answer answer) {
        if (answer.isUnavailable()) {
            observe(point, answer.seen());
            return;
        }
        check(point, answer.isAccepted(), answer.seen());
    }

    /** The point holds if the call was refused, with one of the codes if there are any. */
    void refused(Point point, Answer answer, String... codes) {
        if (answer.isUnavailable()) {
            observe(point, answer.seen());
            return;
        }
        check(point, !answer.isAccepted() && (codes.length == 0 || Set.of(codes).contains(answer.code())), answer.seen());
    }

    /** All points, those too that nothing is known of. */
    List<Finding> all() {
        return Stream.of(Point.values())
                .map(point -> Optional.ofNullable(found.get(point)).orElseGet(() -> new Finding(point, Verdict.OPEN, "not tried")))
                .toList();
    }

    /** How many points have this verdict. */
    long count(Verdict verdict) {
        return all().stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private void note(Finding finding) {
        found.merge(finding.point(), finding, (before, now) -> now.verdict().compareTo(before.verdict()) > 0 ? now : before);
    }
}
