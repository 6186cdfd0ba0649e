// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

/**
 * What became of one item of a batch.
 *
 * @param index its position in the batch, from 0
 * @param kind {@code attribute}, {@code audience}, {@code event} or {@code experience}
 * @param key its natural key, or {@code null} when it has none
 * @param uid its uid, or {@code null} when there is none
 * @param outcome what became of it
 * @param message why it failed, or {@code null}
 * @param coordinates where it came from
 */
public record ItemResult(int index, String kind, String key, String uid, Outcome outcome, String message, Coordinates coordinates) {}
