package org.lucina.archive.anonymize;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.VR;

/** Reads what stands at a path such as {@code (0040,A730)[2].(0040,A160)}, to be shown. */
final class PathValues {
  private static final Pattern PART =
      Pattern.compile("\\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\\)(?:\\[(\\d{1,6})\\]\\.)?");
  private static final Set<VR> NUMBERS =
      EnumSet.of(VR.US, VR.SS, VR.UL, VR.SL, VR.UV, VR.SV, VR.FL, VR.FD, VR.AT);
  private static final int MOST_VALUES = 16;
  private static final int LONGEST = 256;

  private PathValues() {}

  /** The values, in words where they are no text; none where there is nothing. */
  static List<String> of(DataSet data, String path) {
    Matcher part = PART.matcher(path);
    DataSet holder = data;
    while (part.lookingAt()) {
      int tag = Integer.parseUnsignedInt(part.group(1) + part.group(2), 16);
      if (part.group(3) == null) {
        return part.end() == path.length() ? values(holder, tag) : List.of();
      }
      List<DataSet> items = holder.items(tag);
      int item = Integer.parseInt(part.group(3));
      if (item < 1 || item > items.size()) {
        return List.of();
      }
      holder = items.get(item - 1);
      part.region(part.end(), path.length());
    }
    return List.of();
  }

  private static List<String> values(DataSet holder, int tag) {
    Optional<Element> element = holder.get(tag);
    if (element.isEmpty()) {
      return List.of();
    }
    if (element.get().value() instanceof Sequence sequence) {
      return List.of(sequence.items().size() + " items");
    }
    if (element.get().value() instanceof BulkData) {
      return List.of("a long value");
    }
    if (!(element.get().value() instanceof Bytes bytes)) {
      return List.of("fragments");
    }
    VR vr = element.get().vr();
    if (!vr.isText() && !NUMBERS.contains(vr)) {
      return List.of(bytes.length() + " bytes");
    }
    return holder.strings(tag).stream().limit(MOST_VALUES).map(PathValues::shortened).toList();
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "\u2026";
  }
}
