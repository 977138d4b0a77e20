package org.lucina.dicom.xml;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.lucina.dicom.xml.XmlLines.Line;

/**
 * Tells where two documents of the Native DICOM Model differ in value.
 *
 * <p>These things that DCMTK does are no difference: it prints a double a unit in the last place
 * beside its value; it has no keywords of retired attributes; it knows private elements from a
 * dictionary of its own, which are UN to us; it keeps spaces around components of names; it swaps
 * the bytes of words in InlineBinary, although PS3.19 A.1.5 has them little endian; and of
 * encapsulated pixel data it writes an empty InlineBinary of OB, where we ask for an URI.
 */
final class LineDifferences {
  private final SortedMap<String, Line> dcmtk;
  private final SortedMap<String, Line> ours;
  private final List<String> found = new ArrayList<>();

  private LineDifferences(SortedMap<String, Line> dcmtk, SortedMap<String, Line> ours) {
    this.dcmtk = dcmtk;
    this.ours = ours;
  }

  static List<String> between(SortedMap<String, Line> dcmtk, SortedMap<String, Line> ours) {
    LineDifferences differences = new LineDifferences(dcmtk, ours);
    TreeSet<String> paths = new TreeSet<>(dcmtk.keySet());
    paths.addAll(ours.keySet());
    paths.forEach(differences::compare);
    return differences.found;
  }

  private void compare(String path) {
    Optional<Line> theirs = Optional.ofNullable(dcmtk.get(path));
    Optional<Line> own = Optional.ofNullable(ours.get(path));
    if (isFromPrivateDictionary(path) || isEncapsulated(path)) {
      return;
    }
    if (theirs.isEmpty() || own.isEmpty() || !same(theirs.get(), own.get())) {
      found.add(path + ": " + brief(theirs) + " in DCMTK, " + brief(own) + " here");
    }
  }

  /** Looks at the attribute and all that are around it. */
  private boolean isFromPrivateDictionary(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      Line own = ours.get(path.substring(0, end));
      Line theirs = dcmtk.get(path.substring(0, end));
      if (own != null && theirs != null && own.vr().equals("UN") && !theirs.vr().equals("UN")) {
        return path.contains("(");
      }
    }
    return false;
  }

  private boolean isEncapsulated(String path) {
    boolean ofValue = path.endsWith("/InlineBinary") || path.endsWith("/BulkData");
    String attribute = ofValue ? path.substring(0, path.lastIndexOf('/')) : path;
    Line inline = dcmtk.get(attribute + "/InlineBinary");
    return inline != null && inline.text().isBlank() && ours.containsKey(attribute + "/BulkData");
  }

  private static boolean same(Line theirs, Line own) {
    boolean keyword = theirs.keyword().isEmpty() || theirs.keyword().equals(own.keyword());
    return keyword && theirs.vr().equals(own.vr()) && sameText(theirs, own);
  }

  private static boolean sameText(Line theirs, Line own) {
    if (theirs.text().equals(own.text())) {
      return true;
    }
    return switch (own.vr()) {
      case "FL" -> Float.parseFloat(theirs.text()) == Float.parseFloat(own.text());
      case "FD" -> {
        double value = Double.parseDouble(own.text());
        yield Math.abs(Double.parseDouble(theirs.text()) - value) <= Math.ulp(value);
      }
      case "PN" -> theirs.text().strip().equals(own.text());
      case "OW" -> swapped(theirs.text(), 2).equals(own.text());
      case "OF", "OL" -> swapped(theirs.text(), 4).equals(own.text());
      case "OD", "OV" -> swapped(theirs.text(), 8).equals(own.text());
      default -> false;
    };
  }

  private static String swapped(String base64, int unit) {
    byte[] bytes = Base64.getMimeDecoder().decode(base64);
    byte[] swapped = bytes.clone();
    for (int i = 0; i < bytes.length - bytes.length % unit; i++) {
      swapped[i] = bytes[i - i % unit + unit - 1 - i % unit];
    }
    return Base64.getEncoder().encodeToString(swapped);
  }

  private static String brief(Optional<Line> line) {
    String text = line.map(Line::toString).orElse("nothing");
    return text.length() > 120 ? text.substring(0, 120) + "..." : text;
  }
}
