// SPDX-License-Identifier: Apache-2.0

/** Records of a batching Kafka consumer: which are written, rejected, committed or kept. */
@NullMarked
package io.github.camelpersonalize.kafka;

import org.jspecify.annotations.NullMarked;
