package org.lucina.dicom.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.model.Entry;
import org.lucina.dicom.model.ReadContext;

/** Values of one attribute by number, counted from 1; those left out are empty. */
final class NumberedEntries {
  private final ReadContext context;
  private final List<Entry> entries = new ArrayList<>();

  NumberedEntries(ReadContext context) {
    this.context = context;
  }

  /** The number of the value that comes, which is the next one unless it says another. */
  int next(Optional<String> number) throws DicomFormatException {
    int expected = entries.size() + 1;
    if (number.isEmpty()) {
      return expected;
    }
    try {
      int value = Integer.parseInt(number.get());
      if (value >= expected) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      throw context.fault("number of a value is no number");
    }
    throw context.fault("numbers of values do not ascend");
  }

  void put(Optional<String> number, Entry entry) throws DicomFormatException {
    int index = next(number);
    while (entries.size() + 1 < index) {
      context.holdEntry(0);
      entries.add(new Entry.Nothing());
    }
    context.holdEntry(length(entry));
    entries.add(entry);
  }

  private static int length(Entry entry) {
    if (entry instanceof Entry.Text text) {
      return text.text().length();
    }
    return entry instanceof Entry.Name name ? name.text().length() : 0;
  }

  List<Entry> list() {
    return entries;
  }
}
