// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a run has found out.
 *
 * @param host
 *            of the service
 * @param requests
 *            how many there were
 * @param left
 *            what of this command is left in the project
 */
public record Report(Instant time, String host, Findings findings, long requests, List<String> left) {

    private static final int SEEN = 200;

    /** Whether a point is refuted. */
    public boolean isRefuting() {
        return findings.count(Verdict.REFUTED) > 0;
    }

    /** A line for each point. */
    public String toText() {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        findings.all().forEach(finding -> text.add("%-9s %s %-18s %s%n%s%s".formatted(finding.verdict(), finding.point().mark(),
                finding.point().id(), finding.point().text(), " ".repeat(31), shortened(finding.seen()))));
        left.forEach(name -> text.add("LEFT      " + name));
        text.add("");
        text.add("%d points of %s: %d CONFIRMED, %d REFUTED, %d OPEN; %d requests".formatted(findings.all().size(), host,
                findings.count(Verdict.CONFIRMED), findings.count(Verdict.REFUTED), findings.count(Verdict.OPEN), requests));
        return text.toString();
    }

    /** The same for programs. */
    public String toJson() {
        ObjectNode json = Json.object("{}").put("time", time.toString()).put("host", host).put("requests", requests);
        for (Finding finding : findings.all()) {
            json.withArray("points").addObject().put("id", finding.point().id()).put("mark", finding.point().mark().name())
                    .put("verdict", finding.verdict().name()).put("point", finding.point().text()).put("seen", finding.seen());
        }
        json.withArray("left");
        left.forEach(json.withArray("left")::add);
        return json.toPrettyString();
    }

    private static String shortened(String seen) {
        return seen.length() <= SEEN ? seen : seen.substring(0, SEEN) + "…";
    }
}
