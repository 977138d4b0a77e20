package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lucina.spi.mint.MintException;

/** Remembers what is told, and no more than it may. */
class GivenUidsTest {
  @Test
  void forgetsTheStudyThatWasNotAskedForTheLongest() throws Exception {
    GivenUids given = new GivenUids(2, Registry.none());
    given.note("a", "1.1", "a.1", "1.1.1");
    given.note("b", "1.2", "b.1", "1.2.1");
    given.note("a", "1.1", "a.1", "1.1.1");
    given.note("c", "1.3", "c.1", "1.3.1");

    assertThatThrownBy(() -> given.note("a", "1.1", "a.1", "1.1.2"))
        .isInstanceOf(MintException.class)
        .hasMessageContaining("1.1.1")
        .hasMessageNotContaining("a.1");
    given.note("b", "1.2", "b.1", "1.2.2");
  }

  @Test
  void refusesAStudyOfMoreThanItCanRemember() throws Exception {
    GivenUids given = new GivenUids(2, Registry.none());
    given.note("a", "1.1", "a.1", "1.1.1");
    given.note("a", "1.1", "a.2", "1.1.2");
    given.note("a", "1.1", "a.1", "1.1.1");
    assertThatThrownBy(() -> given.note("a", "1.1", "a.3", "1.1.3")).hasMessageContaining("1.1");
  }
}
