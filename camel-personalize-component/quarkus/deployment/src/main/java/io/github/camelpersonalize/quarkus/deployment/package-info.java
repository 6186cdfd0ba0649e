// SPDX-License-Identifier: Apache-2.0
/** What Quarkus does for the component when it builds an application. */
package io.github.camelpersonalize.quarkus.deployment;
