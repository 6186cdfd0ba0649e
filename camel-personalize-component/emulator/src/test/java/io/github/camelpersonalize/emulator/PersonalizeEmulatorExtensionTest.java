// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonalizeEmulatorExtensionTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension CLASS = new PersonalizeEmulatorExtension();

    private static PersonalizeEmulator seen;

    @RegisterExtension
    final PersonalizeEmulatorExtension each = new PersonalizeEmulatorExtension(EmulatorOptions.defaults().authtokens("own"));

    @Test
    @Order(1)
    void aStaticOneRunsForTheClass() {
        seen = CLASS.emulator();
        assertThat(new Client(seen).get("/events").status()).isEqualTo(200);
        assertThat(seen.project("p1").exists()).isTrue();
    }

    @Test
    @Order(2)
    void andIsClearedBeforeEachTest() {
        assertThat(CLASS.emulator()).isSameAs(seen);
        assertThat(seen.project("p1").exists()).isFalse();
        assertThat(seen.requests()).isEmpty();
    }

    @Test
    void oneInAFieldRunsForTheTest() {
        assertThat(each.emulator().authtoken()).isEqualTo("own");
        assertThat(each.emulator().port()).isNotEqualTo(CLASS.emulator().port());
    }

    @Test
    void oneThatDoesNotRunSaysWhenItWould() {
        assertThatThrownBy(() -> new PersonalizeEmulatorExtension().emulator())
                .hasMessage("The emulator runs from before the first test of the class until after its last.");
    }

    @Nested
    class InANestedClass {

        @Test
        void itIsTheSame() {
            assertThat(CLASS.emulator()).isSameAs(seen);
        }
    }

    @AfterAll
    static void itRunsUntilTheEnd() {
        assertThat(new Client(CLASS.emulator()).get("/events").status()).isEqualTo(200);
    }
}
