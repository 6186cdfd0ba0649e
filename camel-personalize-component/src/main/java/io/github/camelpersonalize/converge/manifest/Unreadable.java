// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

/** A text in which nothing can be made out after some place. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place.Spot spot;

    Unreadable(Place.Spot spot, String message) {
        super(message, null, false, false);
        this.spot = spot;
    }

    Fault fault(String source) {
        return new Fault(new Position(source, spot.line(), spot.column()), "", getMessage());
    }
}
