package org.lucina.mint.diana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;
import org.lucina.spi.testing.LocalContext;

/** UIDs become those of DIANA, unless two of a study would become one. */
class DianaUidMintTest {
  private static final String STUDY = "1.2.840.11851.2";
  private static final String SERIES = "1.2.840.11851.2.2";
  private static final String MADE =
      "1.2.826.0.1.3680043.10.43.62.625995124686.85060896928.3988.5940";

  @Test
  void thePlaceTellsWhatIsHashed() throws Exception {
    Mint mint = open();
    assertThat(mint.uid("1.2.840.11851.2.2.9", at(DicomLevel.INSTANCE))).isEqualTo(MADE);
    assertThat(mint.uid(SERIES, at(DicomLevel.SERIES)))
        .isEqualTo(MADE.substring(0, MADE.lastIndexOf('.')));
    assertThat(mint.uid(STUDY + " ", at(DicomLevel.STUDY)))
        .isEqualTo("1.2.826.0.1.3680043.10.43.62.625995124686.85060896928");
  }

  @Test
  void whoHasNoPatientIdIsNoneAsInPython() throws Exception {
    UidPlace place =
        new UidPlace(
            Optional.of(DicomLevel.STUDY), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(open().uid("None", place))
        .isEqualTo("1.2.826.0.1.3680043.10.43.62.5222876887.5222876887");
  }

  @Test
  void refusesTheSecondOfTwoThatWouldBecomeOne() throws Exception {
    Mint mint = open();
    Map<String, String> given = new HashMap<>();
    for (int i = 0; ; i++) {
      String original = SERIES + "." + i;
      String made = unguarded(original);
      String other = given.putIfAbsent(made, original);
      if (other == null) {
        assertThat(mint.uid(original, at(DicomLevel.INSTANCE))).isEqualTo(made);
      } else {
        assertThatThrownBy(() -> mint.uid(original, at(DicomLevel.INSTANCE)))
            .isInstanceOf(MintException.class)
            .hasMessageContaining(original)
            .hasMessageContaining(other)
            .hasMessageNotContaining(made);
        assertThat(mint.uid(other, at(DicomLevel.INSTANCE))).isEqualTo(made);
        return;
      }
    }
  }

  @Test
  void refusesWhatDianaMadeNoUidsOf() throws Exception {
    Mint mint = open();
    assertThatThrownBy(() -> mint.uid("1.2.3", UidPlace.anywhere()))
        .isInstanceOf(MintException.class)
        .hasMessageContaining("1.2.3");
    assertThatThrownBy(() -> mint.uid(" ", at(DicomLevel.STUDY))).isInstanceOf(MintException.class);
    UidPlace lost =
        new UidPlace(
            Optional.of(DicomLevel.SERIES), Optional.of("1"), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> mint.uid("1.2.3", lost)).hasMessageContaining("study");
  }

  private static String unguarded(String original) {
    DianaUid uids = new DianaUid("dicom");
    String study = uids.study(Optional.of("山田2"), Optional.of(STUDY));
    return uids.below(uids.below(study, SERIES), original);
  }

  private static UidPlace at(DicomLevel level) {
    return new UidPlace(
        Optional.of(level), Optional.of("山田2"), Optional.of(STUDY), Optional.of(SERIES));
  }

  private static Mint open() throws Exception {
    DianaUidProvider provider = new DianaUidProvider();
    return provider.create("mint", provider.configSpec().check(Map.of()), new LocalContext());
  }
}
