package org.lucina.deid;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.Dixel;

/**
 * Changes the header of an instance, whose attributes come with the {@link StandardVrs}. Values of
 * more than 4 KiB, pixel data above all, are read from the original while the result is read; its
 * File Meta Information is made anew.
 */
@FunctionalInterface
public interface InstanceChange {

  /**
   * Changes a data set in place. Long binary values stand in it as bulk data.
   *
   * @return what was done
   */
  List<Anonymized.Change> apply(DataSet data) throws AnonymizerException;

  /**
   * Makes the result.
   *
   * @param instance with its file
   * @throws AnonymizerException also when it has no file, is no DICOM object, or has no SOP class
   *     or no UIDs left
   */
  static Anonymized of(Dixel instance, InstanceChange change) throws AnonymizerException {
    return InstanceEdit.of(
        instance,
        edit -> {
          StandardVrs.put(edit.dataSet());
          return Optional.of(change.apply(edit.dataSet()));
        });
  }
}
