package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A mask is what lies in any of some regions, or what lies in none. */
class MaskTest {
  private static final Mask MASK =
      Mask.of(
          6, 10, List.of(new Region(7, 1, 99, 2), new Region(1, 1, 3, 2), new Region(3, 2, 2, 9)));

  @Test
  void regionsAreJoinedAndEndWithTheFrame() {
    assertThat(MASK.spans(0)).isEmpty();
    assertThat(MASK.spans(1)).containsExactly(1, 4, 7, 10);
    assertThat(MASK.spans(2)).containsExactly(1, 5, 7, 10);
    assertThat(MASK.spans(5)).containsExactly(3, 5);
  }

  @Test
  void theRestIsAllElse() {
    Mask rest = MASK.inverted();
    assertThat(rest.spans(0)).containsExactly(0, 10);
    assertThat(rest.spans(1)).containsExactly(0, 1, 4, 7);
    assertThat(rest.spans(2)).containsExactly(0, 1, 5, 7);
    assertThat(rest.spans(5)).containsExactly(0, 3, 5, 10);
    assertThat(rest.inverted().spans(1)).containsExactly(1, 4, 7, 10);
    assertThat(Mask.of(2, 2, List.of(new Region(0, 0, 2, 2))).inverted().isEmpty()).isTrue();
  }

  @Test
  void aPlaneThatBeginsElsewhereSeesItsPart() {
    Mask seen = MASK.seenFrom(1, 2, 3, 6);
    assertThat(seen.spans(0)).containsExactly(0, 2, 5, 6);
    assertThat(seen.spans(2)).containsExactly(1, 3);
    assertThat(MASK.seenFrom(-1, 0, 8, 20).spans(0)).isEmpty();
    assertThat(MASK.seenFrom(-1, 0, 8, 20).spans(2)).containsExactly(1, 4, 7, 10);
  }

  @Test
  void aRegionOutsideIsNone() {
    assertThat(Mask.of(5, 5, List.of(new Region(5, 0, 9, 9))).isEmpty()).isTrue();
    assertThat(Mask.of(5, 5, List.of(new Region(0, 5, 9, 9))).isEmpty()).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> new Region(1, 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Region(-1, 1, 1, 1));
  }
}
