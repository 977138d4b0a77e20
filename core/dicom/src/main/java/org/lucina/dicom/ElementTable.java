package org.lucina.dicom;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Elements in sorted arrays, with the order of their source beside them where it was another. */
final class ElementTable {
  private static final int[] NO_KEYS = {};
  private static final Element[] NO_ELEMENTS = {};

  private int[] keys = NO_KEYS;
  private Element[] elements = NO_ELEMENTS;
  private int size;
  private Element[] asRead = NO_ELEMENTS;
  private int asReadSize;

  int size() {
    return size;
  }

  /** The index of a tag, or the complement of where it would be. */
  int find(int tag) {
    return Arrays.binarySearch(keys, 0, size, key(tag));
  }

  Element at(int index) {
    return elements[index];
  }

  void put(Element element) {
    asRead = NO_ELEMENTS;
    asReadSize = 0;
    int index = appendIndex(element.tag());
    if (index < 0) {
      insert(~index, element);
    } else {
      elements[index] = element;
    }
  }

  /** Adds in the source's order; false when the tag is there already and the first one stays. */
  boolean addAsRead(Element element) {
    int index = appendIndex(element.tag());
    if (index < 0 && ~index == size && asReadSize == 0) {
      insert(size, element);
      return true;
    }
    if (asReadSize == 0) {
      asRead = Arrays.copyOf(elements, Math.max(8, size * 2));
      asReadSize = size;
    } else if (asReadSize == asRead.length) {
      asRead = Arrays.copyOf(asRead, asReadSize * 2);
    }
    asRead[asReadSize++] = element;
    if (index >= 0) {
      return false;
    }
    insert(~index, element);
    return true;
  }

  Element remove(int index) {
    asRead = NO_ELEMENTS;
    asReadSize = 0;
    Element removed = elements[index];
    size--;
    System.arraycopy(keys, index + 1, keys, index, size - index);
    System.arraycopy(elements, index + 1, elements, index, size - index);
    elements[size] = null;
    return removed;
  }

  Iterator<Element> sorted() {
    return new ArrayIterator(elements, size);
  }

  Iterator<Element> encodingOrder() {
    return asReadSize == 0 ? sorted() : new ArrayIterator(asRead, asReadSize);
  }

  private int appendIndex(int tag) {
    return size == 0 || keys[size - 1] < key(tag) ? ~size : find(tag);
  }

  private void insert(int index, Element element) {
    if (size == keys.length) {
      int capacity = size < 4 ? 8 : size * 2;
      keys = Arrays.copyOf(keys, capacity);
      elements = Arrays.copyOf(elements, capacity);
    }
    System.arraycopy(keys, index, keys, index + 1, size - index);
    System.arraycopy(elements, index, elements, index + 1, size - index);
    keys[index] = key(element.tag());
    elements[index] = element;
    size++;
  }

  private static int key(int tag) {
    return tag ^ Integer.MIN_VALUE;
  }

  private static final class ArrayIterator implements Iterator<Element> {
    private final Element[] elements;
    private final int end;
    private int next;

    ArrayIterator(Element[] elements, int end) {
      this.elements = elements;
      this.end = end;
    }

    @Override
    public boolean hasNext() {
      return next < end;
    }

    @Override
    public Element next() {
      if (next >= end) {
        throw new NoSuchElementException();
      }
      return elements[next++];
    }
  }
}
