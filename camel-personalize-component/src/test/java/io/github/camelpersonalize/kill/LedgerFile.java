// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.state.Journal;

/**
 * The ledger as it lies on the disk.
 *
 * @param uids what it knows, as in {@code attribute age}, and the uids, without one where the create was only intended
 */
record LedgerFile(Map<String, String> uids) {

    /** Reads it. Fails when it is not whole. */
    static LedgerFile read(Path states, PersonalizeEmulator emulator) {
        Map<String, String> uids = new TreeMap<>();
        Journal journal = Journal.open(new RepositoryStore(new AtomicFileStateRepository(states.toString()),
                "personalize:127.0.0.1:" + emulator.port() + ":p1:ledger"));
        journal.base().ifPresent(base -> base.parts().forEach(entries -> entries.forEach(entry -> repeat(uids, entry))));
        journal.changes().forEach(entry -> repeat(uids, entry));
        return new LedgerFile(uids);
    }

    private static void repeat(Map<String, String> uids, JsonNode entry) {
        JsonNode removed = entry.path("removed");
        if (removed.isMissingNode()) {
            uids.put(name(entry), entry.path("uid").textValue());
        } else {
            uids.remove(name(removed));
        }
    }

    private static String name(JsonNode entry) {
        return entry.path("kind").asText() + " " + entry.path("key").asText();
    }

    /** What is said to have been created. */
    Map<String, String> confirmed() {
        Map<String, String> confirmed = new TreeMap<>(uids);
        confirmed.values().removeIf(uid -> uid == null);
        return confirmed;
    }

    /** What may have been created. */
    Set<String> intended() {
        return uids.keySet().stream().filter(name -> uids.get(name) == null).collect(Collectors.toSet());
    }
}
