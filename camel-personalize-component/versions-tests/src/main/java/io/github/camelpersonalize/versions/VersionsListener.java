// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the tests of a run and puts the result on the page that the system property {@value #PAGE} names, beside the versions that the run
 * itself was on. Without the property it does nothing. JUnit finds it as a service.
 */
public final class VersionsListener implements TestExecutionListener {

    static final String PAGE = "versions.page";

    private final AtomicInteger tests = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest()) {
            tests.incrementAndGet();
        }
        // Of a container too: a class that cannot be loaded or set up fails as a whole.
        if (result.getStatus() == Status.FAILED) {
            failures.incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String page = System.getProperty(PAGE);
        if (page != null) {
            put(Path.of(page), new Result(camelVersion(), javaVersion(), tests.get(), failures.get()));
        }
    }

    private static String camelVersion() {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            return context.getVersion();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the marks of whoever built it, so that all builds of one release are one row. */
    private static String javaVersion() {
        return Runtime.version().version().stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static void put(Path page, Result result) {
        try {
            Files.writeString(page, VersionsPage.of(Files.readString(page)).with(result).text());
        } catch (IOException e) {
            throw new UncheckedIOException("The result of this run could not be written: " + result, e);
        }
    }
}
