package org.lucina.anonymizer.tags;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/**
 * Anonymizes by rules on attributes, and by nothing else: what pixels show stays. Values of more
 * than 4 KiB, pixel data above all, are read from the original while the result is read.
 */
final class TagsAnonymizer implements Anonymizer {
  private final List<Rule> rules;
  private final boolean removeOthers;
  private final Optional<String> mint;
  private final String method;
  private final ServerContext server;

  /**
   * An anonymizer of some rules.
   *
   * @param removeOthers whether attributes that no rule is about are removed
   * @param mint that rules need, by name
   * @param method De-identification Method (0012,0063) that is added
   */
  TagsAnonymizer(
      List<Rule> rules,
      boolean removeOthers,
      Optional<String> mint,
      String method,
      ServerContext server) {
    this.rules = List.copyOf(rules);
    this.removeOthers = removeOthers;
    this.mint = mint;
    this.method = method;
    this.server = server;
  }

  @Override
  public Anonymized anonymize(Dixel instance) throws AnonymizerException {
    try {
      Content file =
          instance
              .file()
              .orElseThrow(
                  () ->
                      new AnonymizerException(Reason.REFUSED, instance + " comes without a file"));
      Run run = new Run();
      ChangedFile made = ChangedFile.withNewFileMeta(file::open, run);
      Content content = Content.of(OptionalLong.of(made.length()), made::open);
      return new Anonymized(
          Dixel.of(run.reference).tags(run.tags).file(content).build(), run.changes);
    } catch (DicomFormatException e) {
      throw new AnonymizerException(Reason.REFUSED, instance + " is no DICOM object", e);
    } catch (IOException e) {
      throw new AnonymizerException(Reason.UNAVAILABLE, instance + " cannot be read", e);
    }
  }

  /** Applies the rules to one data set, and remembers what came of it. */
  private final class Run implements ChangedFile.Change<AnonymizerException> {
    private Reference reference;
    private DataSet tags;
    private List<Anonymized.Change> changes;

    @Override
    public void apply(DataSet data) throws AnonymizerException {
      RuleWalk walk = new RuleWalk(rules, removeOthers, new Originals(server, mint, data));
      walk.walk(data);
      mark(data, walk.timeMoved());
      reference =
          Reference.of(DicomLevel.INSTANCE, data)
              .filter(it -> it.at(DicomLevel.SERIES).isPresent())
              .filter(it -> it.at(DicomLevel.STUDY).isPresent())
              .orElseThrow(
                  () -> new AnonymizerException(Reason.REFUSED, "the rules leave no UIDs"));
      if (data.string(Tag.SOPClassUID).isEmpty()) {
        throw new AnonymizerException(Reason.REFUSED, "the rules leave no SOP class");
      }
      tags = withoutBulk(data);
      changes = walk.changes();
    }
  }

  /** Attributes by which one sees that it is de-identified (PS3.3 C.7.1.1, C.12.1). */
  private void mark(DataSet data, boolean timeMoved) {
    List<String> methods = new ArrayList<>(data.strings(Tag.DeidentificationMethod));
    if (!methods.contains(method)) {
      methods.add(method);
    }
    data.set(Tag.PatientIdentityRemoved, "YES");
    data.set(Tag.DeidentificationMethod, methods.toArray(String[]::new));
    if (timeMoved) {
      data.set(Tag.LongitudinalTemporalInformationModified, "MODIFIED");
    }
  }

  private static DataSet withoutBulk(DataSet data) {
    DataSet tags = new DataSet();
    for (Element element : data) {
      if (!(element.value() instanceof BulkData || element.value() instanceof Fragments)) {
        tags.put(element);
      }
    }
    return tags;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
