// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/** Real routes with {@code dialect=live} against an emulator that refuses every member that it does not know. */
public abstract class LiveRoutes extends EmulatedRoutes {

    protected LiveRoutes() {
        samples = Samples.LIVE;
    }
}
