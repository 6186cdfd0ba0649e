// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.nio.file.Path;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

class RatePackageTest {

    @Test
    void theLimiterNeedsNothingOfTheClientButItsTime() {
        classes().should()
                .onlyDependOnClassesThat(
                        or(resideInAPackage("java.."), resideInAPackage("org.jspecify.."), resideInAPackage("..camelpersonalize.rate"),
                                resideInAPackage("..camelpersonalize.time")))
                .check(new ClassFileImporter().importPath(Path.of("target/classes/io/github/camelpersonalize/rate")));
    }
}
