package org.lucina.deid.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

@DisplayName("What looks like an identifier and is left")
class SuspicionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dr. Jane Watson agrees | NAME Jane Watson",
        "Seen by Watson MD | NAME Watson",
        "Jane Watson, RN. | NAME Jane Watson",
        "Dictated by: J Watson | NAME J Watson",
        "Electronically signed by Watson | NAME Watson",
        "Frau Schulze | NAME Schulze",
        "Dr. Doe saw it | ''",
        "MS lesions, no change | ''",
        "MR Brain, MS Protocol, MR. WATSON | NAME WATSON",
        "approved for Clinical use; verified: Watson | NAME Watson",
        "version 2.6.3 or 14.13.2, ratio 3.001876 | ''",
        "call 401.555.0199 or +1 401 555 0199 | PHONE 401.555.0199, PHONE 1 401 555 0199",
        "prior of 03/04/2019 | DATE 03/04/2019",
        "prior of 4 March 2019 | DATE 4 March 2019",
        "ratio 3/4/5000 | ''",
        "call 401-555-0199 | PHONE 401-555-0199",
        "call (401) 555 0199 now | PHONE 401) 555 0199",
        "mail jane.w@example.org. | EMAIL jane.w@example.org.",
        "mail John.Doe@example.org | EMAIL [name]@example.org",
        "number 88776655 | NUMBER 88776655",
        "MRN: A-1234 found | RECORD A-1234",
        "Acc# 12345 | RECORD 12345",
        "Patient ID 77 | RECORD 77",
        "patient with 3 nodules | ''",
        "image 1.2.840.10008.1.2.77 | UID 1.2.840.10008.1.2.77",
        "12 mm x 34 mm, series 4 image 120 | ''"
      })
  @DisplayName("is told by kind and place in the cleaned text")
  void found(String text, String expected) {
    DataSet original = new DataSet().set(Tag.PatientName, "Doe^John");
    KnownIdentifiers.Cleaned cleaned = KnownIdentifiers.of(original).clean(text);
    assertThat(
            cleaned.suspicions().stream()
                .map(it -> it.kind() + " " + cleaned.text().substring(it.start(), it.end()))
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }
}
