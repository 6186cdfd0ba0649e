// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.ClientSettings;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/**
 * How one endpoint works with projects: where they are, with which credential, and within which limits. Immutable.
 *
 * @param id the project, unless a message names another
 * @param stateRepository where states outlive a restart, or {@code null} to keep them in memory
 */
public record ProjectSettings(Dialect dialect, ProjectId id, Credentials credentials, Policy policy,
        RetryPolicy retryPolicy,
        Pace pace, Bounds bounds, ClientSettings client, @Nullable StateRepository<String, String> stateRepository) {}
