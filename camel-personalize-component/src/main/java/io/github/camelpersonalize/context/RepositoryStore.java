// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Optional;

import io.github.camelpersonalize.state.StateStore;
import org.apache.camel.spi.StateRepository;

/** One entry of a state repository. */
public record RepositoryStore(StateRepository<String, String> repository, String key) implements StateStore {

    @Override
    public String name() {
        return "\"" + key + "\" in " + repository;
    }

    @Override
    public Optional<String> read() {
        return Optional.ofNullable(repository.getState(key));
    }

    @Override
    public void write(String text) {
        repository.setState(key, text);
    }

    @Override
    public StateStore part(int number) {
        return new RepositoryStore(repository, key + ":" + number);
    }
}
