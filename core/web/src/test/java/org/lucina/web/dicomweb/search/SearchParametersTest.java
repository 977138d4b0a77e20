package org.lucina.web.dicomweb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class SearchParametersTest {

  @Test
  void readsAttributesByKeywordTagAndPath() {
    SearchParameters parameters =
        SearchParameters.parse(
            Map.of(
                "PatientID", List.of("11"),
                "00080020", List.of("20200101-20201231"),
                "RequestAttributesSequence.0040A370.00080050", List.of("A1")));
    assertThat(parameters.matches())
        .containsEntry(path(Tag.PatientID), List.of("11"))
        .containsEntry(path(Tag.StudyDate), List.of("20200101-20201231"))
        .containsEntry(
            path(Tag.RequestAttributesSequence, Tag.ReferencedRequestSequence, Tag.AccessionNumber),
            List.of("A1"));
  }

  @Test
  void takesListsOfUidsApart() {
    SearchParameters parameters =
        SearchParameters.parse(Map.of("StudyInstanceUID", List.of("1.2,1.3", "1.4\\1.5")));
    assertThat(parameters.matches().get(path(Tag.StudyInstanceUID)))
        .containsExactly("1.2", "1.3", "1.4", "1.5");
  }

  @Test
  void leavesCommasOfOtherValuesAlone() {
    SearchParameters parameters = SearchParameters.parse(Map.of("StudyID", List.of("a,b")));
    assertThat(parameters.matches().get(path(Tag.StudyID))).containsExactly("a,b");
  }

  @Test
  void takesAnEmptyValueForUniversalMatching() {
    SearchParameters parameters = SearchParameters.parse(Map.of("PatientID", List.of("")));
    assertThat(parameters.matches().get(path(Tag.PatientID))).isEmpty();
  }

  @Test
  void readsIncludedFieldsSeparatelyAndInLists() {
    SearchParameters parameters =
        SearchParameters.parse(
            Map.of("includefield", List.of("PatientAge,00081030", "StudyComments")));
    assertThat(parameters.includes())
        .containsExactlyInAnyOrder(Tag.PatientAge, Tag.StudyDescription, 0x00324000);
    assertThat(parameters.includeAll()).isFalse();
    assertThat(SearchParameters.parse(Map.of("includefield", List.of("all"))).includeAll())
        .isTrue();
  }

  @Test
  void readsOptions() {
    SearchParameters parameters =
        SearchParameters.parse(
            Map.of(
                "fuzzymatching", List.of("true"),
                "limit", List.of("5"),
                "offset", List.of("10"),
                "accept", List.of("application/dicom+json")));
    assertThat(parameters.fuzzy()).contains(true);
    assertThat(parameters.limit()).isEqualTo(OptionalInt.of(5));
    assertThat(parameters.offset()).isEqualTo(10);
    assertThat(parameters.matches()).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refuses(Fault.UNKNOWN_PARAMETER, Map.of("limits", List.of("5")));
    refuses(Fault.UNKNOWN_PARAMETER, Map.of("PatientID.", List.of("5")));
    refuses(Fault.UNKNOWN_PARAMETER, Map.of("includefield", List.of("Nonsense")));
  }

  @Test
  void refusesMalformedOptions() {
    refuses(Fault.BAD_PARAMETER, Map.of("limit", List.of("-1")));
    refuses(Fault.BAD_PARAMETER, Map.of("offset", List.of("9999999999")));
    refuses(Fault.BAD_PARAMETER, Map.of("fuzzymatching", List.of("yes")));
    refuses(Fault.BAD_PARAMETER, Map.of("limit", List.of("1", "2")));
    refuses(Fault.BAD_PARAMETER, Map.of("PatientID", List.of("1", "2")));
    refuses(Fault.BAD_PARAMETER, Map.of("PatientID", List.of("1"), "00100020", List.of("2")));
  }

  private static void refuses(Fault fault, Map<String, List<String>> query) {
    assertThatThrownBy(() -> SearchParameters.parse(query))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.fault()).isEqualTo(fault));
  }

  private static AttributePath path(Integer... tags) {
    return new AttributePath(List.of(tags));
  }
}
