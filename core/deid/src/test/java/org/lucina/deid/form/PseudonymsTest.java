package org.lucina.deid.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ProviderException;

/** Pseudonyms are the same wherever the server runs. */
class PseudonymsTest {

  @Test
  void numbersAreOfAsciiDigitsInAnyCountry() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(Pseudonyms.counted("P-{4}").of(17)).isEqualTo("P-0017");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void numbersHaveRoomForAllTheirDigits() throws Exception {
    String longest = "P".repeat(45);

    assertThat(Pseudonyms.counted(longest + "{4}").of(Long.MAX_VALUE)).hasSize(64);
    assertThatThrownBy(() -> Pseudonyms.counted(longest + "P{4}"))
        .isInstanceOf(ProviderException.class)
        .hasMessageEndingWith("with 19 in it 45 other characters at most");
    assertThat(new Pseudonyms(longest + "P{8}", 8).of(new byte[32])).hasSize(54);
  }
}
