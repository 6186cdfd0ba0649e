// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.EnumSet;
import java.util.Set;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.change.Change;
import org.apache.camel.spi.StateRepository;

/**
 * The options that only consumers have, checked and typed. Immutable.
 *
 * @param ownChanges whether what this context has written goes into the route
 * @param changes which of them go into the route
 */
record ConsumerSettings(boolean emitInitial, boolean ownChanges, Set<Change.Type> changes,
        StateRepository<String, String> stateRepository) {

    /**
     * The options, typed.
     *
     * @param memory where the state is kept unless the options name a repository
     * @throws IllegalArgumentException when one of them is wrong; the message names it and says what it may be
     */
    static ConsumerSettings of(PersonalizeConfiguration options, StateRepository<String, String> memory) {
        OptionErrors errors = new OptionErrors(options.getResource());
        if (Resource.named(options.getResource()).stream().allMatch(resource -> resource.parts().isEmpty())) {
            throw errors.wrong("nothing can be consumed from it; consume from attributes, audiences, events, experiences or project");
        }
        return new ConsumerSettings(options.isEmitInitial(), options.isOwnChanges(), changes(options.getChanges(), errors),
                options.getStateRepository() == null ? memory : options.getStateRepository());
    }

    private static Set<Change.Type> changes(String names, OptionErrors errors) {
        Set<Change.Type> changes = EnumSet.noneOf(Change.Type.class);
        for (String name : names.split(",", -1)) {
            changes.add(Change.Type.named(name.strip())
                    .orElseThrow(() -> errors.wrong("the option changes must be a list of created, updated, deleted")));
        }
        return changes;
    }
}
