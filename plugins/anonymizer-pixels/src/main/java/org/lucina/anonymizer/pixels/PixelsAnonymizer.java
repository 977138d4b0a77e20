package org.lucina.anonymizer.pixels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.deid.InstanceEdit;
import org.lucina.deid.Marks;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.io.FileEdit;
import org.lucina.image.Blackout;
import org.lucina.image.Mask;
import org.lucina.image.PixelDataException;
import org.lucina.image.PixelDescription;
import org.lucina.image.Region;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymized.Change;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Dixel;

/**
 * Blacks out burned-in text by rules, and keeps objects back that may show some and have no rule.
 * Changes nothing else: who the patient is, other attributes still tell.
 */
final class PixelsAnonymizer implements Anonymizer {
  private final List<PixelRule> own;
  private final List<PixelRule> starter;

  /**
   * An anonymizer by rules, of which the first that matches counts.
   *
   * @param own what administrators say, whatever an object says of itself
   * @param starter what counts for objects without a rule of those that do not say that they show
   *     no text
   */
  PixelsAnonymizer(List<PixelRule> own, List<PixelRule> starter) {
    this.own = List.copyOf(own);
    this.starter = List.copyOf(starter);
  }

  @Override
  public Anonymized anonymize(Dixel instance) throws AnonymizerException {
    return InstanceEdit.of(instance, this::change);
  }

  private Optional<List<Change>> change(FileEdit edit) throws IOException, AnonymizerException {
    DataSet data = edit.dataSet();
    if (!Blackout.hasPixels(data) && !Suspicion.isDocument(data)) {
      return Optional.empty();
    }
    Optional<PixelRule> rule = first(own, data);
    if (rule.isEmpty() && !Suspicion.saysNo(data)) {
      rule = first(starter, data);
    }
    if (rule.isPresent()) {
      return apply(rule.get(), edit);
    }
    Optional<String> why = Suspicion.of(data);
    if (why.isPresent()) {
      throw review(data, why.get() + ", and no rule is about it");
    }
    return Optional.empty();
  }

  private static Optional<PixelRule> first(List<PixelRule> rules, DataSet data) {
    return rules.stream().filter(rule -> rule.condition().holds(data)).findFirst();
  }

  private static Optional<List<Change>> apply(PixelRule rule, FileEdit edit)
      throws IOException, AnonymizerException {
    DataSet data = edit.dataSet();
    if (rule.action() instanceof Action.Review) {
      if (Marks.arePixelsCleaned(data)) {
        return Optional.empty(); // somebody has looked at it
      }
      throw review(data, "rule '" + rule.text() + "'");
    }
    List<Change> changes = new ArrayList<>();
    if (!(rule.action() instanceof Action.Clean)) {
      try {
        for (Blackout.Done done : Blackout.apply(edit, mask(rule.action(), data))) {
          changes.add(new Change(Tags.format(done.tag()), done.action(), rule.text()));
        }
      } catch (PixelDataException e) {
        throw review(data, "rule '" + rule.text() + "' cannot be followed: " + e.getMessage());
      }
    }
    Marks.pixelsCleaned(data);
    changes.add(new Change(Tags.format(Tag.BurnedInAnnotation), "replace", rule.text()));
    changes.add(
        new Change(Tags.format(Tag.DeidentificationMethodCodeSequence), "add", rule.text()));
    return Optional.of(changes);
  }

  private static Mask mask(Action action, DataSet data) throws PixelDataException {
    PixelDescription pixels = PixelDescription.of(data);
    boolean outside = action instanceof Action.UltrasoundOutside;
    List<Region> regions =
        outside ? UltrasoundRegions.of(data) : ((Action.Regions) action).regions();
    Mask inside = Mask.of(pixels.rows(), pixels.columns(), regions);
    if (inside.isEmpty()) {
      throw new PixelDataException("none of the regions lies in the image");
    }
    Mask mask = outside ? inside.inverted() : inside;
    if (mask.isEmpty()) {
      throw new PixelDataException("nothing of the image lies outside the regions");
    }
    return mask;
  }

  private static AnonymizerException review(DataSet data, String why) {
    String instance = data.string(Tag.SOPInstanceUID).orElse("");
    return new AnonymizerException(
        Reason.REVIEW, "instance " + instance + " may show burned-in text: " + why);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
