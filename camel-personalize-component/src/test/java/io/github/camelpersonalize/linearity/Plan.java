// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.linearity.Deed.Naming;

/**
 * What threads send, and what becomes of the responses. The same number always gives the same; which thread comes first is for the machine to say.
 *
 * @param before what there is under each key
 * @param threads what each thread sends, one message after the other
 * @param steps what becomes of each request: responses are late, and in some plans some are lost
 */
record Plan(long number, Map<String, Register> before, List<List<Message>> threads, List<Step> steps, boolean losesResponses) {

    static final List<String> KEYS = List.of("age", "tier");

    private static final int THREADS = 4;
    private static final int MESSAGES = 5;
    private static final int STEPS = 500;
    private static final int MILLIS = 8;
    private static final int LATE_MILLIS = 40;
    private static final List<Operation> OPERATIONS = List.of(Operation.create, Operation.update, Operation.upsert, Operation.upsert,
            Operation.upsert, Operation.delete, Operation.get);

    /** Two ways to one project: the component's own address and credential, or another spelling and another credential. */
    enum Side {
        AS_THE_COMPONENT, OTHERWISE
    }

    /**
     * What is sent at once.
     *
     * @param deeds of one operation, several for a batch
     */
    record Message(Side side, Operation operation, boolean isBatch, List<Deed> deeds) {}

    static Plan of(long number) {
        return new Maker(number).plan();
    }

    /** Makes one plan. */
    private static final class Maker {

        private final long number;
        private final SplittableRandom random;

        Maker(long number) {
            this.number = number;
            this.random = new SplittableRandom(number);
        }

        Plan plan() {
            Map<String, Register> before = new HashMap<>();
            KEYS.forEach(key -> before.put(key, chance(2) ? new Register("a-" + key, members(0)) : Register.ABSENT));
            List<List<Message>> threads = IntStream.range(0, THREADS).mapToObj(this::messages).toList();
            boolean losesResponses = chance(3);
            return new Plan(number, before, threads, steps(losesResponses), losesResponses);
        }

        private List<Message> messages(int thread) {
            List<Message> messages = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                messages.add(message(thread * MESSAGES + i + 1));
            }
            return messages;
        }

        private Message message(int note) {
            Side side = oneOf(List.of(Side.values()));
            Operation operation = oneOf(OPERATIONS);
            boolean isBatch = operation != Operation.get && chance(4);
            List<String> keys = isBatch ? KEYS : List.of(oneOf(KEYS));
            return new Message(side, operation, isBatch, keys.stream().map(key -> deed(operation, key, isBatch, note)).toList());
        }

        private Deed deed(Operation operation, String key, boolean isBatch, int note) {
            boolean isByUid = (operation == Operation.update || operation == Operation.delete) && chance(2);
            Naming byUid = isBatch || chance(2) ? Naming.UID_OF_BODY : Naming.UID;
            return new Deed(operation, key, members(note), isByUid ? byUid : Naming.KEY);
        }

        /** Names are often the same, notes never. */
        private Map<String, String> members(int note) {
            Map<String, String> members = new HashMap<>(Map.of("name", oneOf(List.of("One", "Two"))));
            if (chance(2)) {
                members.put(oneOf(List.of("note", "remark")), "n" + note);
            }
            return members;
        }

        private List<Step> steps(boolean losesResponses) {
            return IntStream.range(0, STEPS).mapToObj(i -> step(losesResponses && chance(10))).toList();
        }

        private Step step(boolean isLost) {
            Duration delay = Duration.ofMillis(random.nextInt(chance(6) ? LATE_MILLIS : MILLIS));
            Step lost = oneOf(List.of(Step.status(504).applied(), Step.status(503), Step.fault(Fault.CONNECTION_RESET_BY_PEER).applied()));
            return (isLost ? lost : Step.pass()).after(delay);
        }

        private boolean chance(int of) {
            return random.nextInt(of) == 0;
        }

        private <T> T oneOf(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
