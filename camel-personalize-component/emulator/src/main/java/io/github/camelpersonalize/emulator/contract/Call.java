// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** A request that got as far as its operation: the project is there, the body, where one is due, is a JSON object. */
record Call(Project project, String uid, JsonNode body) {}
