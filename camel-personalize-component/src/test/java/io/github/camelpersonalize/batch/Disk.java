// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.state.StateStore;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** Memory that may be full, or broken. */
final class Disk extends MemoryStateRepository {

    boolean isFull;
    boolean isBroken;
    int writes;

    /** Where the version of a definition is kept, by its kind and key. */
    StateStore store(String name) {
        return new RepositoryStore(this, name);
    }

    @Override
    public void setState(String key, String value) {
        if (isFull) {
            throw new IllegalStateException("no space left");
        }
        writes++;
        super.setState(key, value);
    }

    @Override
    public String getState(String key) {
        if (isBroken) {
            throw new IllegalStateException("bad sector");
        }
        return super.getState(key);
    }

    @Override
    public String toString() {
        return "the disk";
    }
}
