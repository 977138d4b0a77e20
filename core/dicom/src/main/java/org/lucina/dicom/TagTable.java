package org.lucina.dicom;

/** A hash table from tags to dictionary entries that neither boxes nor allocates on lookup. */
final class TagTable {
  private int[] keys = new int[16];
  private Dictionary.Entry[] entries = new Dictionary.Entry[16];
  private int size;

  void put(int tag, Dictionary.Entry entry) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(tag);
    if (entries[slot] == null) {
      size++;
      keys[slot] = tag;
      entries[slot] = entry;
    }
  }

  /** The entry of a tag or null. */
  Dictionary.Entry get(int tag) {
    return entries[slot(tag)];
  }

  private int slot(int tag) {
    int mask = keys.length - 1;
    int slot = (tag * 0x9E3779B9) >>> 7 & mask;
    while (entries[slot] != null && keys[slot] != tag) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    Dictionary.Entry[] oldEntries = entries;
    keys = new int[oldKeys.length * 2];
    entries = new Dictionary.Entry[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldEntries[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        entries[slot] = oldEntries[i];
      }
    }
  }
}
