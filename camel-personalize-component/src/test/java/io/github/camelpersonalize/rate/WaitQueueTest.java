// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaitQueueTest {

    private final WaitQueue line = new WaitQueue();

    @Test
    void whoeverComesToAnEmptyLineIsFirst() {
        assertThat(line.join("a").isFirst()).isTrue();
    }

    @Test
    void withinAProjectItIsFirstComeFirstServed() {
        Waiter one = line.join("a");
        Waiter two = line.join("a");
        Waiter three = line.join("a");
        line.served(one);
        assertThat(two.isFirst()).isTrue();
        assertThat(three.isFirst()).isFalse();
    }

    @Test
    void projectsTakeTurns() {
        Waiter one = line.join("a");
        Waiter two = line.join("a");
        Waiter other = line.join("b");
        line.served(one);
        assertThat(other.isFirst()).isTrue();
        assertThat(two.isFirst()).isFalse();
        line.served(other);
        assertThat(two.isFirst()).isTrue();
    }

    @Test
    void aProjectThatComesBackStandsBehindTheOthers() {
        Waiter one = line.join("a");
        Waiter other = line.join("b");
        line.served(one);
        Waiter again = line.join("a");
        assertThat(again.isFirst()).isFalse();
        line.served(other);
        assertThat(again.isFirst()).isTrue();
    }

    @Test
    void whenTheFirstGivesUpTheNextOfItsProjectIsFirst() {
        Waiter one = line.join("a");
        Waiter two = line.join("a");
        Waiter other = line.join("b");
        line.left(one);
        assertThat(two.isFirst()).isTrue();
        assertThat(other.isFirst()).isFalse();
    }

    @Test
    void whenTheOnlyOneOfAProjectGivesUpTheNextProjectIsFirst() {
        Waiter one = line.join("a");
        Waiter other = line.join("b");
        line.left(one);
        assertThat(other.isFirst()).isTrue();
    }

    @Test
    void whoGivesUpInTheMiddleIsSkipped() {
        Waiter one = line.join("a");
        Waiter two = line.join("a");
        Waiter three = line.join("a");
        line.left(two);
        line.served(one);
        assertThat(three.isFirst()).isTrue();
        assertThat(two.isFirst()).isFalse();
        assertThat(line.size()).isEqualTo(1);
    }

    @Test
    void callsOfNoProjectStandInLineAsIfTheyHadOne() {
        Waiter one = line.join(null);
        Waiter other = line.join("b");
        line.served(one);
        assertThat(other.isFirst()).isTrue();
    }
}
