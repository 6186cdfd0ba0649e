// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class PackagesTest {

    private static final String ROOT = "io.github.camelpersonalize";

    private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void thePackagesArrowsRunOneWay() {
        Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers().ensureAllClassesAreContainedInArchitecture()
                .layer("root").definedBy(ROOT).layer("converge").definedBy(ROOT + ".converge..").layer("change")
                .definedBy(ROOT + ".change..").layer("cdp").definedBy(ROOT + ".cdp..").layer("client").definedBy(ROOT + ".client..")
                .layer("api").definedBy(ROOT + ".api..")
                .layer("model").definedBy(ROOT + ".model..").whereLayer("root").mayNotBeAccessedByAnyLayer().whereLayer("converge")
                .mayOnlyBeAccessedByLayers("root").whereLayer("change").mayOnlyBeAccessedByLayers("root").whereLayer("cdp")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("root", "converge").whereLayer("api")
                .mayOnlyBeAccessedByLayers("root", "converge", "change", "cdp", "client").whereLayer("model")
                .mayOnlyBeAccessedByLayers("root", "converge", "change", "cdp", "client", "api").check(classes);
    }

    @Test
    void onlyTheRootPackageKnowsTheExchange() {
        noClasses().that().resideOutsideOfPackage(ROOT).and().haveSimpleNameNotStartingWith("ModelConverter").should()
                .dependOnClassesThat().belongToAnyOf(Exchange.class, Message.class).check(classes);
    }

    @Test
    void theServiceAsDataAndTheOperationsNeedNoCamel() {
        noClasses().that().resideInAnyPackage(ROOT + ".api..", ROOT + ".converge..", ROOT + ".change..", ROOT + ".cdp..").should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..").check(classes);
    }

    @Test
    void aPlanIsAValueThatNeedsNoNetwork() {
        noClasses().that().resideInAPackage(ROOT + ".converge.plan..").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".converge", ROOT + ".client..", "org.apache.camel..", "java.net..").check(classes);
    }
}
