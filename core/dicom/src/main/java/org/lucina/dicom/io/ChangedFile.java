package org.lucina.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;

/**
 * A Part 10 file that is another with some attributes changed. The header is held in memory; pixel
 * data and other binary values over 4 KiB stay in the other file and are read from there whenever
 * this one is read, byte for byte, or made anew from what is read there.
 *
 * <p>Unless changed, the transfer syntax stays, but a deflated data set comes out inflated. Group
 * Lengths, which are retired and would be wrong, are left out; digital signatures are the caller's
 * to remove. Thread-safe when its source is.
 */
public final class ChangedFile {
  private final SplicedSource source;
  private final List<Splice> splices;
  private final OptionalLong length;

  private ChangedFile(SplicedSource source, List<Splice> splices) {
    this.source = source;
    this.splices = splices;
    boolean known = splices.stream().allMatch(splice -> splice.length() >= 0);
    long sum = splices.stream().mapToLong(Splice::length).sum();
    this.length = known ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  /** Opens the original, from its first byte, as often as it is asked to. */
  @FunctionalInterface
  public interface Source {
    /** Opens it; whoever asked closes it. */
    InputStream open() throws IOException;
  }

  /**
   * Changes a data set.
   *
   * @param <E> thrown when it refuses to
   */
  @FunctionalInterface
  public interface Change<E extends Exception> {
    /** Changes it in place; long binary values stand in it as bulk data. */
    void apply(DataSet dataSet) throws IOException, E;
  }

  /**
   * Changes a file.
   *
   * @param <E> thrown when it refuses to
   */
  @FunctionalInterface
  public interface Editing<E extends Exception> {
    /** Decides what becomes of it. */
    void apply(FileEdit edit) throws IOException, E;
  }

  /**
   * Reads the header of a file and changes it.
   *
   * @throws org.lucina.dicom.DicomFormatException when it is no DICOM or breaks a limit
   */
  public static <E extends Exception> ChangedFile of(Source original, Change<E> change)
      throws IOException, E {
    return of(original, edit -> change.apply(edit.dataSet()), true);
  }

  /**
   * The same, but its File Meta Information is made anew: it tells nothing of who wrote, sent or
   * received the original.
   *
   * @throws org.lucina.dicom.DicomFormatException when it is no DICOM or breaks a limit
   */
  public static <E extends Exception> ChangedFile withNewFileMeta(Source original, Change<E> change)
      throws IOException, E {
    return of(original, edit -> change.apply(edit.dataSet()), false);
  }

  /**
   * Reads the header of a file and changes it, and makes bulk values of it anew. Its File Meta
   * Information is made anew as well.
   *
   * @throws org.lucina.dicom.DicomFormatException when it is no DICOM or breaks a limit
   */
  public static <E extends Exception> ChangedFile edited(Source original, Editing<E> editing)
      throws IOException, E {
    return of(original, editing, false);
  }

  private static <E extends Exception> ChangedFile of(
      Source original, Editing<E> editing, boolean keepMeta) throws IOException, E {
    DicomFile file;
    long head;
    try (InputStream in = original.open();
        DicomReader reader = DicomReader.skipping(in, DicomReader.Options.BY_REFERENCE)) {
      file = reader.readFile();
      head = reader.dataSetOffset();
    }
    DataSet dataSet = file.dataSet();
    SplicedSource source = new SplicedSource(original, file.syntax().deflated(), head);
    FileEdit edit = new FileEdit(dataSet, source, file.syntax());
    editing.apply(edit);
    removeGroupLengths(dataSet);
    TransferSyntax syntax = edit.syntax();
    Splicing splicing = new Splicing(edit);
    DataSet kept = keepMeta ? file.fileMeta() : new DataSet();
    writeHead(fileMeta(kept, dataSet, syntax), splicing);
    Output out = new Output(splicing);
    LengthPlan lengths = LengthPlan.of(dataSet, syntax.explicitVr());
    new DataSetWriter(out, syntax, splicing, lengths).write(dataSet);
    out.flush();
    return new ChangedFile(source, splicing.end());
  }

  private static void removeGroupLengths(DataSet dataSet) {
    List<Integer> lengths = new ArrayList<>();
    for (Element element : dataSet) {
      if (Tags.isGroupLength(element.tag())) {
        lengths.add(element.tag());
      }
      if (element.value() instanceof Sequence sequence) {
        sequence.items().forEach(ChangedFile::removeGroupLengths);
      }
    }
    lengths.forEach(dataSet::remove);
  }

  private static void writeHead(DataSet meta, Splicing splicing) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(head)) {
      writer.writeFileMeta(meta);
    }
    splicing.write(head.toByteArray());
  }

  private static DataSet fileMeta(DataSet kept, DataSet dataSet, TransferSyntax syntax) {
    DataSet meta = DicomWriter.fileMeta("", "", syntax.uid());
    kept.forEach(meta::put);
    meta.set(Tag.TransferSyntaxUID, syntax.uid());
    dataSet
        .string(Tag.SOPClassUID)
        .ifPresent(sopClass -> meta.set(Tag.MediaStorageSOPClassUID, sopClass));
    dataSet
        .string(Tag.SOPInstanceUID)
        .ifPresent(instance -> meta.set(Tag.MediaStorageSOPInstanceUID, instance));
    return meta;
  }

  /** Bytes of the whole file, empty when fragments of it are made while it is read. */
  public OptionalLong length() {
    return length;
  }

  /** Reads it from its first byte; close it. */
  public InputStream open() {
    return new SplicedStream(source, splices);
  }
}
