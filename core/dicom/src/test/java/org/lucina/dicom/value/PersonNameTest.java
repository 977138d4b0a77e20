package org.lucina.dicom.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @Test
  void threeGroupsOfFiveComponentsAreRead() {
    PersonName name = PersonName.parse("Adams^John Robert Quincy^^Rev.^B.A. M.Div.=山田^太郎=やまだ");

    assertThat(name.alphabetic())
        .isEqualTo(new PersonName.Group("Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div."));
    assertThat(name.ideographic().components()).containsExactly("山田", "太郎", "", "", "");
    assertThat(name.phonetic().family()).isEqualTo("やまだ");
  }

  @ParameterizedTest(name = "\"{0}\" is written \"{1}\"")
  @CsvSource({
    "Doe^John^^^, Doe^John",
    "Doe ^ John , Doe^John",
    "^John, ^John",
    "Doe==, Doe",
    "=山田, =山田",
    "A^B^C^D^E^F, A^B^C^D^E^F",
    "A^B^C^D^E^^, A^B^C^D^E",
    "a=b=c=d, a=b=c",
    "^^^^, ''",
    "'', ''"
  })
  void delimitersAtTheEndsAreDropped(String value, String written) {
    assertThat(PersonName.parse(value).toString()).isEqualTo(written);
    assertThat(PersonName.parse(value).isEmpty()).isEqualTo(written.isEmpty());
  }

  @Test
  void matchingFormIgnoresCaseWidthAndSpacing() {
    assertThat(PersonName.parse("müller ^ hans   peter^^").matchingForm())
        .isEqualTo("MÜLLER^HANS PETER");
    assertThat(PersonName.parse("mu\u0308ller^*").matchingForm()).isEqualTo("MÜLLER^*");
    assertThat(PersonName.parse("ﾔﾏﾀﾞ^ﾀﾛｳ").matchingForm()).isEqualTo("ヤマダ^タロウ");
    assertThat(PersonName.parse("Yamada^Tarou=山田^太郎").groupMatchingForms())
        .containsExactly("YAMADA^TAROU", "山田^太郎", "");
  }

  @Test
  void wordsOfAllGroupsServeFuzzyMatching() {
    assertThat(PersonName.parse("Doe-Smith^Mary Ann^^Dr.=山田").words())
        .containsExactly("DOE", "SMITH", "MARY", "ANN", "DR", "山田");
  }
}
