package org.lucina.deid;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.dicom.io.FileEdit;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/**
 * Changes an instance: its header, and bulk values such as pixel data, which are made anew while
 * the result is read. Its File Meta Information is made anew.
 */
@FunctionalInterface
public interface InstanceEdit {

  /**
   * Changes it.
   *
   * @return what was done; empty when the instance is to leave as it came, byte for byte
   */
  Optional<List<Anonymized.Change>> apply(FileEdit edit) throws IOException, AnonymizerException;

  /**
   * Makes the result.
   *
   * @param instance with its file
   * @throws AnonymizerException also when it has no file, is no DICOM object, or has no SOP class
   *     or no UIDs left
   */
  static Anonymized of(Dixel instance, InstanceEdit change) throws AnonymizerException {
    try {
      Content file =
          instance
              .file()
              .orElseThrow(
                  () ->
                      new AnonymizerException(Reason.REFUSED, instance + " comes without a file"));
      Run run = new Run(change);
      ChangedFile made = ChangedFile.edited(file::open, run);
      Content content = run.changes.isEmpty() ? file : Content.of(made.length(), made::open);
      return new Anonymized(
          Dixel.of(run.reference).tags(run.tags).file(content).build(),
          run.changes.orElse(List.of()));
    } catch (DicomFormatException e) {
      throw new AnonymizerException(Reason.REFUSED, instance + " is no DICOM object", e);
    } catch (IOException e) {
      throw new AnonymizerException(Reason.UNAVAILABLE, instance + " cannot be read", e);
    }
  }

  /** Applies the change, and remembers what came of it. */
  final class Run implements ChangedFile.Editing<AnonymizerException> {
    private final InstanceEdit change;
    private Reference reference;
    private DataSet tags;
    private Optional<List<Anonymized.Change>> changes;

    private Run(InstanceEdit change) {
      this.change = change;
    }

    @Override
    public void apply(FileEdit edit) throws IOException, AnonymizerException {
      changes = change.apply(edit);
      DataSet data = edit.dataSet();
      reference =
          Reference.of(DicomLevel.INSTANCE, data)
              .filter(it -> it.at(DicomLevel.SERIES).isPresent())
              .filter(it -> it.at(DicomLevel.STUDY).isPresent())
              .orElseThrow(() -> new AnonymizerException(Reason.REFUSED, "no UIDs are left"));
      if (data.string(Tag.SOPClassUID).isEmpty()) {
        throw new AnonymizerException(Reason.REFUSED, "no SOP class is left");
      }
      tags = withoutBulk(data);
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
  }
}
