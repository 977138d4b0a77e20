package org.lucina.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.spi.http.MediaRange;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class AcceptTest {

  @Test
  void isAnythingWhenNothingIsSaid() {
    assertThat(names(Accept.of(List.of(), List.of()))).containsExactly("*/*");
  }

  @Test
  void ordersByWeightAndLeavesOutWhatIsRefused() {
    Accept accept = Accept.of(List.of(), List.of("a/a;q=0.2, b/b;q=0, c/c", "d/d;q=0.5"));
    assertThat(names(accept)).containsExactly("c/c", "d/d", "a/a");
  }

  @Test
  void prefersTheQueryParameter() {
    assertThat(names(Accept.of(List.of("a/a"), List.of("b/b")))).containsExactly("a/a");
  }

  @Test
  void repairsPlusSignsOfQueryParameters() {
    assertThat(names(Accept.of(List.of("application/dicom json"), List.of())))
        .containsExactly("application/dicom+json");
  }

  @Test
  void keepsCommasOfQuotedParameters() {
    Accept accept = Accept.of(List.of(), List.of("a/a; x=\"1,2\\\"\", b/b"));
    assertThat(names(accept)).containsExactly("a/a", "b/b");
    assertThat(accept.ranges().get(0).parameter("x")).contains("1,2\"");
  }

  @Test
  void answersNonsenseWith400() {
    for (String nonsense : List.of("nonsense", "a/", "/b", "a/b/c", "a/b;q=2", "a/b;q=x")) {
      assertThatThrownBy(() -> Accept.of(List.of(), List.of(nonsense)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.fault()).isEqualTo(Fault.BAD_REQUEST));
    }
  }

  @Test
  void takesPartTypesQuotedOrNot() {
    for (String text :
        List.of(
            "multipart/related; type=\"application/dicom\"",
            "multipart/related;type=application/dicom;transfer-syntax=*",
            "multipart/related",
            "multipart/related; type=\"*/*\"",
            "Multipart/Related; Type=\"Application/Dicom\"")) {
      assertThat(MediaRange.parse(text).takesPartsOf("application/dicom")).as(text).isTrue();
    }
    assertThat(MediaRange.parse("multipart/related;type=\"image/*\"").takesPartsOf("image/jls"))
        .isTrue();
    assertThat(MediaRange.parse("multipart/related;type=\"image/*\"").takesPartsOf("video/mp4"))
        .isFalse();
    assertThat(MediaRange.parse("application/dicom").takesPartsOf("application/dicom")).isFalse();
  }

  private static List<String> names(Accept accept) {
    return accept.ranges().stream().map(MediaRange::name).toList();
  }
}
