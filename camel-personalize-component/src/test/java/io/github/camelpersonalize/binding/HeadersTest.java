// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeConstants;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Users read the names of headers in {@link PersonalizeConstants}, and the code below the root in {@link Headers}. */
class HeadersTest {

    @Test
    void theConstantsForUsersRepeatTheNamesThatAreReadAndWritten() {
        assertThat(constants(PersonalizeConstants.class)).containsAllEntriesOf(constants(Headers.class));
    }

    private static Map<String, String> constants(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).filter(field -> field.getType() == String.class)
                .collect(Collectors.toMap(Field::getName, HeadersTest::value));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(constant + " cannot be read", e);
        }
    }
}
