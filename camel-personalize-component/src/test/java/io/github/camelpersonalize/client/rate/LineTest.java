// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client.rate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineTest {

    private final Line line = new Line();

    @Test
    void whoeverComesToAnEmptyLineIsFirst() {
        assertThat(line.join("a").isFirst()).isTrue();
    }

    @Test
    void withinAProjectItIsFirstComeFirstServed() {
        Turn one = line.join("a");
        Turn two = line.join("a");
        Turn three = line.join("a");
        line.served(one);
        assertThat(two.isFirst()).isTrue();
        assertThat(three.isFirst()).isFalse();
    }

    @Test
    void projectsTakeTurns() {
        Turn one = line.join("a");
        Turn two = line.join("a");
        Turn other = line.join("b");
        line.served(one);
        assertThat(other.isFirst()).isTrue();
        assertThat(two.isFirst()).isFalse();
        line.served(other);
        assertThat(two.isFirst()).isTrue();
    }

    @Test
    void aProjectThatComesBackStandsBehindTheOthers() {
        Turn one = line.join("a");
        Turn other = line.join("b");
        line.served(one);
        Turn again = line.join("a");
        assertThat(again.isFirst()).isFalse();
        line.served(other);
        assertThat(again.isFirst()).isTrue();
    }

    @Test
    void whenTheFirstGivesUpTheNextOfItsProjectIsFirst() {
        Turn one = line.join("a");
        Turn two = line.join("a");
        Turn other = line.join("b");
        line.left(one);
        assertThat(two.isFirst()).isTrue();
        assertThat(other.isFirst()).isFalse();
    }

    @Test
    void whenTheOnlyOneOfAProjectGivesUpTheNextProjectIsFirst() {
        Turn one = line.join("a");
        Turn other = line.join("b");
        line.left(one);
        assertThat(other.isFirst()).isTrue();
    }

    @Test
    void whoGivesUpInTheMiddleIsSkipped() {
        Turn one = line.join("a");
        Turn two = line.join("a");
        Turn three = line.join("a");
        line.left(two);
        line.served(one);
        assertThat(three.isFirst()).isTrue();
        assertThat(two.isFirst()).isFalse();
        assertThat(line.size()).isEqualTo(1);
    }

    @Test
    void callsOfNoProjectStandInLineAsIfTheyHadOne() {
        Turn one = line.join(null);
        Turn other = line.join("b");
        line.served(one);
        assertThat(other.isFirst()).isTrue();
    }
}
