package org.lucina.spi.dixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrthancIdTest {

  @Test
  void isThatOfOrthancAtEachLevel() {
    assertThat(OrthancId.of("PID1")).isEqualTo("5ac8e83e-614f08eb-beb6e302-bc84d478-57aee11b");
    assertThat(OrthancId.of("PID3", "1.2.3.3"))
        .isEqualTo("210b9b9c-8dd8d19f-03e1a6d2-34d6c29f-feca349a");
    assertThat(OrthancId.of("PID1", "1.2.3.1", "1.2.3.1.1"))
        .isEqualTo("91f5d85d-90e51bbb-a0ad8156-4fc48279-1092f525");
    assertThat(OrthancId.of("PID2", "1.2.3.2", "1.2.3.2.1", "1.2.3.2.1.7"))
        .isEqualTo("48bf278d-dfb97f85-fcbcc69c-2b4248cd-0567fa81");
  }

  @Test
  void takesAPatientWithoutIdentifierAsOrthancDoes() {
    assertThat(OrthancId.of("")).isEqualTo("da39a3ee-5e6b4b0d-3255bfef-95601890-afd80709");
    assertThat(OrthancId.of("", "1.2.3.0"))
        .isEqualTo("dd011030-7fecd30d-c4c0d26c-671d97fc-e2c9e825");
  }

  @Test
  void isThatOfAReferenceThatNamesAllLevels() {
    Reference series =
        new Reference(
            DicomLevel.SERIES,
            Optional.of("PID1"),
            Optional.of("1.2.3.1"),
            Optional.of("1.2.3.1.1"),
            Optional.empty(),
            Optional.empty());

    assertThat(OrthancId.of(series)).contains("91f5d85d-90e51bbb-a0ad8156-4fc48279-1092f525");
    assertThat(OrthancId.of(Reference.series("1.2.3.1", "1.2.3.1.1"))).isEmpty();
  }
}
