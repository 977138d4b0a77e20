package org.lucina.spi.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.query.Query;

class MatchesTest {
  private static final Query CT = Query.of(DicomLevel.STUDY).key(Tag.Modality, "CT").build();

  private final List<String> given = new ArrayList<>();
  private final List<String> made = new ArrayList<>();

  @Test
  void givesWhatTheQueryMatches() throws Exception {
    assertThat(search(CT, "CT", "MR", "CT")).isEqualTo(3);
    assertThat(given).containsExactly("0", "2");
  }

  @Test
  void givesWhatIsBehindTheOffsetUpToTheLimit() throws Exception {
    Query some = Query.of(DicomLevel.STUDY).key(Tag.Modality, "CT").offset(1).limit(2).build();

    assertThat(search(some, "CT", "MR", "CT", "CT", "CT")).isEqualTo(4);
    assertThat(given).containsExactly("2", "3");
    assertThat(made).as("nothing is made of those to skip").isEqualTo(given);
  }

  @Test
  void endsWhenTheSinkHasEnough() throws Exception {
    Matches matches = new Matches(CT, found -> false);

    assertThat(matches.offer(Reference.study("1"), modality("MR"))).isTrue();
    assertThat(matches.wantsMore()).isTrue();
    assertThat(matches.offer(Reference.study("1"), modality("CT"))).isFalse();
    assertThat(matches.wantsMore()).isFalse();
  }

  @Test
  void tellsHowManyAreWantedYet() throws Exception {
    Query some = Query.of(DicomLevel.STUDY).offset(1).limit(2).build();
    Matches matches = new Matches(some, found -> true);

    assertThat(matches.wanted()).isEqualTo(3);
    matches.offer(Reference.study("1"), modality("CT"));
    assertThat(matches.wanted()).isEqualTo(2);
  }

  @Test
  void endsTheSearchOfAThreadThatIsInterrupted() {
    Matches matches = new Matches(CT, found -> true);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> matches.offer(Reference.study("1"), modality("MR")))
          .isInstanceOf(EndpointException.class)
          .hasMessage("the search was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** Offers studies 0, 1, ... until no more are wanted; returns how many. */
  private int search(Query query, String... modalities) throws EndpointException {
    Matches matches =
        new Matches(query, found -> given.add(found.reference().studyUid().orElseThrow()));
    int offered = 0;
    boolean more = true;
    while (more && offered < modalities.length) {
      String uid = Integer.toString(offered);
      more = matches.offer(modality(modalities[offered++]), () -> made(uid));
    }
    return offered;
  }

  private Dixel made(String uid) {
    made.add(uid);
    return Dixel.of(Reference.study(uid)).build();
  }

  private static DataSet modality(String modality) {
    return new DataSet().set(Tag.Modality, modality);
  }
}
