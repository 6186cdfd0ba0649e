// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the server is told to answer: cuts first, then the first rule that matches and has an answer left, then what is normal. */
final class AnswerScript {

    private final Map<Integer, CutPoint> cuts = new ConcurrentHashMap<>();
    private final List<ScriptRule> rules = new CopyOnWriteArrayList<>();

    void add(ScriptRule rule) {
        rules.add(rule);
    }

    /** @param number that of the request to be cut */
    void cut(int number, CutPoint cut) {
        cuts.put(number, cut);
    }

    void clear() {
        cuts.clear();
        rules.clear();
    }

    Answer answer(int number, HttpRequestReader request) throws IOException {
        CutPoint cut = cuts.remove(number);
        if (cut != null) {
            return cut.answer();
        }
        for (ScriptRule rule : rules) {
            Answer answer = rule.matches(request) ? rule.next() : null;
            if (answer != null) {
                return answer;
            }
        }
        return Answers.good();
    }

    List<String> unused() {
        return rules.stream().map(ScriptRule::unused).filter(text -> !text.isEmpty()).toList();
    }
}
