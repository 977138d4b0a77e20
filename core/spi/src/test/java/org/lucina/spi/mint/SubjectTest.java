package org.lucina.spi.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person is who they are, however the object pads that. */
class SubjectTest {
  @Test
  void paddingDoesNotCountAndBlankIsAbsent() {
    Subject padded =
        new Subject(
            Optional.of(" P1 "),
            Optional.of(" "),
            Optional.of("Ada^L "),
            Optional.empty(),
            Optional.of("F "));

    assertThat(padded.patientId()).hasValue("P1");
    assertThat(padded.issuer()).isEmpty();
    assertThat(padded.name()).hasValue("Ada^L");
    assertThat(padded.sex()).hasValue("F");
  }

  @Test
  void saysNothingOfThePatient() {
    Subject subject =
        new Subject(
            Optional.of("P1"),
            Optional.empty(),
            Optional.of("Ada^L"),
            Optional.empty(),
            Optional.empty());

    assertThat(subject.toString()).doesNotContain("P1", "Ada");
  }
}
