package org.lucina.web.dicomweb.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Collects keys given by paths, and makes the identifier of a query of them. Not thread-safe. */
final class KeyTree {
  private final Map<Integer, List<String>> values = new TreeMap<>(Integer::compareUnsigned);
  private final Map<Integer, KeyTree> sequences = new TreeMap<>(Integer::compareUnsigned);

  /** Adds a matching key; a key without value only comes back. 400 when it stands there already. */
  void match(AttributePath path, List<String> keyValues) {
    add(path.tags(), keyValues);
  }

  private void add(List<Integer> path, List<String> keyValues) {
    int tag = path.get(0);
    boolean sequence = Dictionary.vrOf(tag) == VR.SQ;
    if (path.size() > 1) {
      if (!sequence) {
        throw bad(tag, "is no sequence");
      }
      sequences
          .computeIfAbsent(tag, any -> new KeyTree())
          .add(path.subList(1, path.size()), keyValues);
      return;
    }
    if (sequence) {
      if (!keyValues.isEmpty()) {
        throw bad(tag, "is a sequence; match on attributes of its items");
      }
      sequences.computeIfAbsent(tag, any -> new KeyTree());
      return;
    }
    List<String> before = values.getOrDefault(tag, List.of());
    if (!before.isEmpty() && !keyValues.isEmpty() && !before.equals(keyValues)) {
      throw bad(tag, "is given more than once");
    }
    values.put(tag, keyValues.isEmpty() ? before : List.copyOf(keyValues));
  }

  /** The identifier, in UTF-8. */
  DataSet toDataSet() {
    DataSet keys = new DataSet();
    keys.set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    fill(keys);
    return keys;
  }

  private void fill(DataSet keys) {
    values.forEach((tag, text) -> set(keys, tag, text));
    sequences.forEach(
        (tag, tree) -> {
          DataSet item = new DataSet();
          // so that text in the item is encoded by the root's character set
          keys.set(tag, List.of(item));
          tree.fill(item);
          keys.set(tag, item.size() == 0 ? List.of() : List.of(item));
        });
  }

  private static void set(DataSet keys, int tag, List<String> text) {
    VR known = Dictionary.vrOf(tag);
    VR vr = known == VR.UN ? VR.LO : known;
    try {
      if (text.isEmpty()) {
        keys.setEmpty(tag, vr);
      } else {
        keys.set(tag, vr, text.toArray(String[]::new));
      }
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Fault.BAD_PARAMETER, name(tag) + " has a value that is no " + vr + ".", e);
    }
  }

  private static ProblemException bad(int tag, String problem) {
    return new ProblemException(Fault.BAD_PARAMETER, name(tag) + " " + problem + ".");
  }

  static String name(int tag) {
    return Dictionary.find(tag)
        .map(Dictionary.Entry::keyword)
        .filter(keyword -> !keyword.isEmpty())
        .orElseGet(() -> String.format("%08X", tag));
  }
}
