package org.lucina.archive.pipeline.step;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;

/** What belongs to which level. */
final class Levels {
  private Levels() {}

  static String name(DicomLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** What an event's dixel belongs to, by its reference, what was told, or its attributes. */
  static Reference above(Passage passage, DicomLevel level) throws StepException {
    Reference reference = passage.event().reference();
    Optional<Reference> known =
        reference.at(level).or(() -> Reference.of(level, passage.event().tags()));
    if (known.isPresent()) {
      return known.get();
    }
    Dixel dixel = passage.dixel(Set.of(View.TAGS));
    return Reference.of(level, Tagged.tags(dixel))
        .or(() -> dixel.reference().at(level))
        .orElseThrow(
            () -> StepException.permanent("it does not tell the UID of its " + name(level)));
  }

  /** Those attributes of an instance that are of a level or above. */
  static DataSet attributes(DataSet instance, DicomLevel level) {
    DataSet some = new DataSet();
    for (Element element : instance) {
      if (element.tag() == Tag.SpecificCharacterSet || isOf(element.tag(), level)) {
        some.put(element);
      }
    }
    return some;
  }

  private static boolean isOf(int tag, DicomLevel level) {
    for (Optional<DicomLevel> each = Optional.of(level);
        each.isPresent();
        each = each.get().above()) {
      if (LevelTable.of(each.get()).find(tag).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
