package org.lucina.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.spi.dixel.DicomLevel;

/** Queries as administrators write them. */
class QueryTextTest {

  @Test
  void termsAreJoinedByAmpersands() {
    Query query = parse("Modality=CT&StudyDate=20260101-20260131");
    assertThat(query.level()).isEqualTo(DicomLevel.STUDY);
    assertThat(query.keys())
        .containsExactly(
            QueryKey.of("Modality", "CT"), QueryKey.of("StudyDate", "20260101-20260131"));
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "&", "' & & '"})
  void nothingIsAQueryForAll(String text) {
    assertThat(parse(text).keys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "A%26B, A&B",
    "A%3DB, A=B",
    "A=B, A=B",
    "100%25, 100%",
    "M%C3%BCller, Müller",
    "1+2, 1+2",
    "1%2B2, 1+2",
    "A%20B, A B",
    "A B, A B",
    "'', ''"
  })
  void escapesStandForCharactersAndPlusSignsForThemselves(String written, String meant) {
    assertThat(parse("StudyDescription=" + written).key(0x00081030)).contains(meant);
  }

  @Test
  void aLeadingPointMakesAnExtension() {
    Query query = parse(".text=mass%26more&.lang=en");
    assertThat(query.keys()).isEmpty();
    assertThat(query.extensions())
        .hasSize(2)
        .containsEntry("text", "mass&more")
        .containsEntry("lang", "en");
  }

  @ParameterizedTest
  @CsvSource({
    "Modality, 'Modality' is no term of a query",
    "=CT, '=CT' is no term of a query",
    "Modality=CT&Date, 'Date' is no term of a query",
    ".=x, '.=x' is no term of a query",
    "Colour=red, 'Colour' is no attribute of DICOM",
    "StudyDescription=100%, '100%' has a %",
    "StudyDescription=%zz, '%zz' has a %",
    "Modality=CT&Modality=MR, 'Modality' is given twice",
    ".text=a&.text=b, '.text' is given twice",
    "Modality=CT&00080060=MR, 'Modality' is given twice"
  })
  void faultsAreNamed(String text, String fault) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }

  private static Query parse(String text) {
    return Query.parse(DicomLevel.STUDY, text);
  }
}
