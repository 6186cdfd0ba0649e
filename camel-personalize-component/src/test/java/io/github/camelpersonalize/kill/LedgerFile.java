// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.state.ChecksummedText;

/**
 * The ledger as it lies on the disk.
 *
 * @param uids what it knows, as in {@code attribute age}, and the uids, without one where the create was only intended
 */
record LedgerFile(Map<String, String> uids) {

    /** Reads it. Fails when it is not whole. */
    static LedgerFile read(Path states, PersonalizeEmulator emulator) {
        Map<String, String> uids = new TreeMap<>();
        String text = new AtomicFileStateRepository(states.toString()).getState("personalize:127.0.0.1:" + emulator.port() + ":p1:ledger");
        if (text != null) {
            ChecksummedText.read(text, 1).parts().forEach(entries -> entries.forEach(
                    entry -> uids.put(entry.path("kind").asText() + " " + entry.path("key").asText(), entry.path("uid").textValue())));
        }
        return new LedgerFile(uids);
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
