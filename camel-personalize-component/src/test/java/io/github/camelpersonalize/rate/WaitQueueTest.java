// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaitQueueTest {

    private final WaitQueue line = new WaitQueue();

    @Test
    void whoeverComesToAnEmptyLineIsFirst() {
        assertThat(line.join(own("a"), Duration.ZERO).isFirst()).isTrue();
    }

    @Test
    void withinAProjectItIsFirstComeFirstServed() {
        Waiter one = line.join(own("a"), Duration.ZERO);
        Waiter two = line.join(own("a"), Duration.ZERO);
        Waiter three = line.join(own("a"), Duration.ZERO);
        line.served(one);
        assertThat(two.isFirst()).isTrue();
        assertThat(three.isFirst()).isFalse();
    }

    @Test
    void projectsTakeTurns() {
        Waiter one = line.join(own("a"), Duration.ZERO);
        Waiter two = line.join(own("a"), Duration.ZERO);
        Waiter other = line.join(own("b"), Duration.ZERO);
        line.served(one);
        assertThat(other.isFirst()).isTrue();
        assertThat(two.isFirst()).isFalse();
        line.served(other);
        assertThat(two.isFirst()).isTrue();
    }

    @Test
    void aProjectThatComesBackStandsBehindTheOthers() {
        Waiter one = line.join(own("a"), Duration.ZERO);
        Waiter other = line.join(own("b"), Duration.ZERO);
        line.served(one);
        Waiter again = line.join(own("a"), Duration.ZERO);
        assertThat(again.isFirst()).isFalse();
        line.served(other);
        assertThat(again.isFirst()).isTrue();
    }

    @Test
    void whenTheFirstGivesUpTheNextOfItsProjectIsFirst() {
        Waiter one = line.join(own("a"), Duration.ZERO);
        Waiter two = line.join(own("a"), Duration.ZERO);
        Waiter other = line.join(own("b"), Duration.ZERO);
        line.left(one);
        assertThat(two.isFirst()).isTrue();
        assertThat(other.isFirst()).isFalse();
    }

    @Test
    void whenTheOnlyOneOfAProjectGivesUpTheNextProjectIsFirst() {
        Waiter one = line.join(own("a"), Duration.ZERO);
        Waiter other = line.join(own("b"), Duration.ZERO);
        line.left(one);
        assertThat(other.isFirst()).isTrue();
    }

    @Test
    void whoGivesUpInTheMiddleIsSkipped() {
        Waiter one = line.join(own("a"), Duration.ZERO);
        Waiter two = line.join(own("a"), Duration.ZERO);
        Waiter three = line.join(own("a"), Duration.ZERO);
        line.left(two);
        line.served(one);
        assertThat(three.isFirst()).isTrue();
        assertThat(two.isFirst()).isFalse();
        assertThat(line.size()).isEqualTo(1);
    }

    @Test
    void callsOfNoProjectStandInLineAsIfTheyHadOne() {
        Waiter one = line.join(own(null), Duration.ZERO);
        Waiter other = line.join(own("b"), Duration.ZERO);
        line.served(one);
        assertThat(other.isFirst()).isTrue();
    }

    @Test
    void F118_projectsThatMessagesNameShareOneLane() {
        Waiter one = line.join(ofMessage("a"), Duration.ZERO);
        Waiter two = line.join(ofMessage("b"), Duration.ZERO);
        Waiter three = line.join(ofMessage("a"), Duration.ZERO);
        Waiter own = line.join(own("a"), Duration.ZERO);

        line.served(one);
        assertThat(own.isFirst()).isTrue();
        Waiter again = line.join(own("a"), Duration.ZERO);
        line.served(own);
        assertThat(two.isFirst()).isTrue();
        line.served(two);
        assertThat(again.isFirst()).isTrue();
        line.left(again);
        assertThat(three.isFirst()).isTrue();
        line.left(three);
        assertThat(line.size()).isZero();
    }

    @Test
    void F118_inTheirLaneProjectsTakeTurns() {
        Waiter one = line.join(ofMessage("a"), Duration.ZERO);
        Waiter two = line.join(ofMessage("a"), Duration.ZERO);
        Waiter other = line.join(ofMessage("b"), Duration.ZERO);

        line.served(one);
        assertThat(other.isFirst()).isTrue();
        line.left(other);
        assertThat(two.isFirst()).isTrue();
    }

    private static Lane own(String project) {
        return new Lane(project, true);
    }

    private static Lane ofMessage(String project) {
        return new Lane(project, false);
    }
}
