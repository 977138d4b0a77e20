package org.lucina.archive.pipeline.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.query.QueryKey;

/**
 * Where an attribute is.
 *
 * @param tags from the outermost sequence to the attribute itself
 */
record AttributePath(List<Integer> tags) {

  AttributePath {
    tags = List.copyOf(tags);
  }

  /**
   * Reads keywords or tags, joined by points.
   *
   * @throws IllegalArgumentException when there is no such attribute
   */
  static AttributePath parse(String text) {
    return new AttributePath(QueryKey.of(text.strip(), "").path());
  }

  int tag() {
    return tags.get(tags.size() - 1);
  }

  VR vr() {
    return Dictionary.vrOf(tag());
  }

  /** Whether references are made of it. */
  boolean isIdentifier() {
    return tags.size() == 1
        && List.of(Tag.PatientID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID)
            .contains(tag());
  }

  /** All values, of all items. */
  List<String> values(DataSet data) {
    List<String> values = new ArrayList<>();
    each(data, 0, holder -> values.addAll(holder.strings(tag())));
    return values;
  }

  /** Calls with each data set that is to hold it: the items of the innermost sequence. */
  void each(DataSet data, Consumer<DataSet> use) {
    each(data, 0, use);
  }

  private void each(DataSet data, int depth, Consumer<DataSet> use) {
    if (depth == tags.size() - 1) {
      use.accept(data);
      return;
    }
    for (DataSet item : data.items(tags.get(depth))) {
      each(item, depth + 1, use);
    }
  }
}
