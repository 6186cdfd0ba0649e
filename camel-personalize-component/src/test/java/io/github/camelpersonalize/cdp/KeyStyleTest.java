// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyStyleTest {

    @ParameterizedTest
    @CsvSource({"age, age, age, Age", "firstName, firstName, first_name, First Name", "first_name, first_name, first_name, First Name",
            "first-name, first-name, first_name, First Name", "Order Completed, Order Completed, order_completed, Order Completed",
            "order completed, order completed, order_completed, order completed",
            "order.completed, order.completed, order_completed, Order Completed", "userID, userID, user_id, User ID",
            "HTTPServer, HTTPServer, http_server, HTTP Server", "A/B Test: 2, A/B Test: 2, a_b_test_2, A/B Test: 2",
            "plan2Price, plan2Price, plan2_price, Plan2 Price", "größe, größe, größe, Größe", "__x__, __x__, x, X", "名前, 名前, 名前, 名前",
            "'  Spaced  ', Spaced, spaced, Spaced", "cafe\u0301, café, café, Café", "\u00a0plan\u200b, plan, plan, Plan"})
    void aNameBecomesAKeyAndWhatPeopleRead(String name, String asIs, String snakeCase, String forPeople) {
        assertThat(KeyStyle.as_is.key(name)).isEqualTo(asIs);
        assertThat(KeyStyle.snake_case.key(name)).isEqualTo(snakeCase);
        assertThat(TestStream.of(KeyStyle.as_is, KeyStyle.as_is).name(name)).isEqualTo(forPeople);
    }
}
