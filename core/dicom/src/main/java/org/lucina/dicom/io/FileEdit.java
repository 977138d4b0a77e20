package org.lucina.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.TransferSyntax;

/** A file while it is decided what becomes of it: its header, and values that are made anew. */
public final class FileEdit {
  private static final String MADE = "made:";

  private final DataSet dataSet;
  private final SplicedSource source;
  private final List<Splice.Made> made = new ArrayList<>();
  private final TransferSyntax original;
  private TransferSyntax syntax;

  FileEdit(DataSet dataSet, SplicedSource source, TransferSyntax original) {
    this.dataSet = dataSet;
    this.source = source;
    this.original = original;
    this.syntax = original.deflated() ? TransferSyntax.EXPLICIT_LE : original;
  }

  /** The header, changed in place; long binary values stand in it as bulk data. */
  public DataSet dataSet() {
    return dataSet;
  }

  /** The syntax of the original. */
  public TransferSyntax originalSyntax() {
    return original;
  }

  /**
   * Writes the file in another syntax than the original's. Its pixel data must be replaced by what
   * fits there; other values do not change.
   *
   * @throws IllegalArgumentException for another byte order, or a deflated syntax
   */
  public void writeIn(TransferSyntax other) {
    if (other.deflated() || other.bigEndian() != original.bigEndian()) {
      throw new IllegalArgumentException("bulk data cannot be written in " + other.uid());
    }
    syntax = other;
  }

  /**
   * Reads a bulk value of the original.
   *
   * @param limit bytes at most
   * @throws IOException also when it has more
   */
  public byte[] read(BulkData value, int limit) throws IOException {
    if (value.length() > limit) {
      throw new IOException("a value of " + value.length() + " bytes, more than " + limit);
    }
    try (OriginalCursor cursor = new OriginalCursor(source)) {
      byte[] bytes = cursor.open(value).readNBytes((int) value.length());
      if (bytes.length < value.length()) {
        throw new EOFException("the original ends too early");
      }
      return bytes;
    }
  }

  /**
   * A value that is made while the file is read, to be put into the data set.
   *
   * @param length bytes of it, an even number, in the byte order of the file
   */
  public BulkData made(long length, MadeValue value) {
    return placeholder(new Splice.Made(value, length));
  }

  /**
   * Encapsulated pixel data, without an offset table, whose fragments are made while the file is
   * read, to be put into the data set itself rather than an item. The length of the file is then
   * unknown.
   */
  public Fragments made(MadeFragments fragments) {
    MadeValue items = original -> new FragmentStream(fragments.open(original));
    Bytes noTable = Bytes.of(new byte[0]);
    return new Fragments(noTable, List.of(placeholder(new Splice.Made(items, -1))));
  }

  private BulkData placeholder(Splice.Made part) {
    made.add(part);
    String uri = MADE + (made.size() - 1);
    return new BulkData(Optional.of(uri), 0, part.length(), original.bigEndian());
  }

  /** The part of the file for which a value stands, if that was made here. */
  Optional<Splice.Made> part(BulkData value) {
    return value
        .uri()
        .filter(uri -> uri.startsWith(MADE))
        .map(uri -> made.get(Integer.parseInt(uri.substring(MADE.length()))));
  }

  TransferSyntax syntax() {
    return syntax;
  }
}
