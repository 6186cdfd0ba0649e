// SPDX-License-Identifier: Apache-2.0

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Whether all components of bills of materials (CycloneDX, JSON) have a licence under which applications may pass them on. Of several licences, a user may choose one. */
final class Licences {

    /** By their SPDX identifiers. */
    private static final Set<String> ALLOWED = new TreeSet<>(Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-1.0", "EPL-2.0",
            "GPL-2.0-with-classpath-exception", "MIT", "UPL-1.0"));

    private final List<String> faults = new ArrayList<>();
    private int components;

    private Licences() {}

    /**
     * Ends with the code 1, and names them, if there are others.
     *
     * @param files
     *            the bills of materials
     */
    public static void main(String[] files) throws IOException {
        Licences licences = new Licences();
        for (String file : files) {
            licences.read(new File(file));
        }
        licences.faults.forEach(System.err::println);
        if (!licences.faults.isEmpty() || licences.components == 0) {
            System.err.println("Allowed are " + String.join(", ", ALLOWED) + ": see docs/contributing.adoc.");
            System.exit(1);
        }
        System.out.println(licences.components + " components in " + files.length + " bills of materials, all with an allowed licence.");
    }

    private void read(File bill) throws IOException {
        for (JsonNode component : new ObjectMapper().readTree(bill).path("components")) {
            components++;
            List<String> licences = licences(component).toList();
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                faults.add(bill.getName() + ": " + component.path("group").asText() + ":" + component.path("name").asText() + " "
                        + component.path("version").asText() + (licences.isEmpty()
                                ? " names no licence."
                                : " has the licence " + String.join(" or ", licences) + ", which is not allowed."));
            }
        }
    }

    /** The identifier of each, or its name where there is none, or the expression that they are written as. */
    private static Stream<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(choice -> Stream.of(choice.at("/license/id"), choice.at("/license/name"), choice.path("expression"))
                        .filter(JsonNode::isTextual).map(JsonNode::asText).findFirst().orElse("without a name"));
    }
}
