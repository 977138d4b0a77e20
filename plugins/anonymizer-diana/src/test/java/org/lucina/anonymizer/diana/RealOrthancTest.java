package org.lucina.anonymizer.diana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.OrthancId;
import org.lucina.spi.dixel.Reference;

/**
 * An object with every attribute of the standard becomes what a real Orthanc makes of it by DIANA's
 * map, but for what is told here.
 */
class RealOrthancTest {
  /** Marks of ours. */
  private static final Set<Integer> MARKS =
      Set.of(Tag.DeidentificationMethod, Tag.LongitudinalTemporalInformationModified);

  @TempDir private Path folder;
  private final List<String> differences = new ArrayList<>();
  private int compared;

  @ParameterizedTest
  @ValueSource(strings = {"2017c", "2021b"})
  void makesWhatOrthancMakesByDianasMap(String edition) throws Exception {
    SyntheticObject object = EveryAttribute.object();
    Anonymized ours = GivenShams.open("edition", edition).anonymize(GivenShams.dixel(object));
    String map = ours.dixel().metadata().get(Anonymized.ORTHANC_MAP + "instance");
    DataSet theirs;
    try (OrthancServer server = OrthancServer.orSkip(folder).start()) {
      RealOrthanc orthanc = new RealOrthanc(server);
      orthanc.put(object.file());
      String id =
          OrthancId.of(Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow())
              .orElseThrow();
      theirs =
          orthanc.anonymized(id, map.replaceFirst("\\{", "{\"DicomVersion\":\"" + edition + "\","));
    }

    compare("", object.dataSet(), GivenShams.read(ours), theirs);
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(8_000);
  }

  private void compare(String prefix, DataSet before, DataSet ours, DataSet theirs) {
    Set<Integer> tags = new TreeSet<>();
    ours.forEach(element -> tags.add(element.tag()));
    theirs.forEach(element -> tags.add(element.tag()));
    for (int tag : tags) {
      compared++;
      if (!MARKS.contains(tag) && !meantToDiffer(prefix.isEmpty(), tag, before, ours, theirs)) {
        compare(prefix + Tags.format(tag), ours.get(tag), theirs.get(tag));
        List<DataSet> items = ours.items(tag);
        List<DataSet> others = theirs.items(tag);
        for (int i = 0; i < Math.min(items.size(), others.size()); i++) {
          compare(
              prefix + Tags.format(tag) + ".",
              before.items(tag).get(i),
              items.get(i),
              others.get(i));
        }
      }
    }
  }

  private void compare(String name, Optional<Element> ours, Optional<Element> theirs) {
    boolean alike =
        ours.isPresent() == theirs.isPresent()
            && (ours.isEmpty()
                || ours.get().value() instanceof Sequence
                || ours.get().value().equals(theirs.get().value()));
    if (!alike) {
      differences.add(name + " " + ours.isPresent() + " " + theirs.isPresent());
    }
  }

  private static boolean meantToDiffer(
      boolean top, int tag, DataSet before, DataSet ours, DataSet theirs) {
    VR vr = Dictionary.vrOf(tag);
    boolean both = ours.contains(tag) && theirs.contains(tag);
    Optional<String> old = before.string(tag);
    if (vr == VR.UI && both) {
      // Orthanc's are random: both are others than before
      boolean ourOther = !ours.string(tag).equals(old);
      boolean theirOther = !theirs.string(tag).equals(old);
      return ourOther && theirOther && !ours.string(tag).equals(theirs.string(tag));
    }
    if (both && (vr == VR.DA || vr == VR.TM || vr == VR.DT)) {
      // Orthanc leaves what the profile does not name: ours are moved
      return theirs.string(tag).equals(old) && !ours.string(tag).equals(old);
    }
    if (!top && both && theirs.string(tag).equals(old)) {
      // Orthanc leaves identifiers in items
      return Set.of(Tag.PatientName, Tag.PatientID, Tag.AccessionNumber).contains(tag);
    }
    // Orthanc leaves curves and overlays unless they are in items
    return !ours.contains(tag) && (tag >>> 24 == 0x50 || tag >>> 24 == 0x60);
  }
}
