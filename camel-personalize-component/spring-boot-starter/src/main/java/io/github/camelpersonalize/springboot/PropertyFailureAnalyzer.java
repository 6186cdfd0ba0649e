// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a wrong property as Spring Boot shows its own: what is wrong and what to do, without a stack trace. */
final class PropertyFailureAnalyzer extends AbstractFailureAnalyzer<PropertyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PropertyException cause) {
        return new FailureAnalysis(cause.fault(), cause.remedy(), cause);
    }
}
