package org.lucina.deid.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pseudonyms are the same wherever the server runs. */
class PseudonymsTest {

  @Test
  void numbersAreOfAsciiDigitsInAnyCountry() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(new Pseudonyms("P-{4}", 1).of(17)).isEqualTo("P-0017");
    } finally {
      Locale.setDefault(before);
    }
  }
}
