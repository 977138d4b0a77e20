package org.lucina.endpoint.dimse;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.SyntaxConverter;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;

/** A Part 10 file on its way by C-STORE: opened once, its identifiers read. */
final class OutgoingObject implements Closeable {
  private static final List<String> PLAIN =
      List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

  private final DataSet header;
  private final TransferSyntax syntax;
  private final InputStream dataSet;

  private OutgoingObject(DataSet header, TransferSyntax syntax, InputStream dataSet) {
    this.header = header;
    this.syntax = syntax;
    this.dataSet = dataSet;
  }

  /**
   * Opens one.
   *
   * @throws DicomFormatException when it is no DICOM object with its UIDs
   */
  static OutgoingObject open(Content file) throws IOException {
    InputStream in = file.open();
    try {
      ReplayInput replay = new ReplayInput(in);
      DicomReader reader = DicomReader.of(replay, Headers.IDENTIFIERS);
      DataSet header = reader.readDataSet();
      boolean whole =
          header.string(Tag.SOPClassUID).isPresent()
              && Reference.of(DicomLevel.INSTANCE, header)
                  .filter(instance -> instance.studyUid().isPresent())
                  .filter(instance -> instance.seriesUid().isPresent())
                  .isPresent();
      if (!whole) {
        throw new DicomFormatException("a UID of the object is missing", "", 0);
      }
      return new OutgoingObject(
          header, reader.transferSyntax(), replay.replay(reader.dataSetOffset()));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  Reference reference() {
    return Reference.of(DicomLevel.INSTANCE, header).orElseThrow();
  }

  String sopClass() {
    return header.string(Tag.SOPClassUID).orElseThrow();
  }

  String sopInstance() {
    return header.string(Tag.SOPInstanceUID).orElseThrow();
  }

  /** In which syntaxes it can go, as it is first. */
  List<String> possible() {
    return syntax.encapsulated()
        ? List.of(syntax.uid())
        : Stream.concat(Stream.of(syntax.uid()), PLAIN.stream()).distinct().toList();
  }

  /** The best of those that a peer takes, empty when it takes none. */
  Optional<String> choose(Collection<String> taken) {
    return possible().stream().filter(Set.copyOf(taken)::contains).findFirst();
  }

  /** Writes its data set; once only. */
  void writeTo(OutputStream out, String target) throws IOException {
    if (target.equals(syntax.uid())) {
      dataSet.transferTo(out);
    } else {
      DicomReader reader = DicomReader.ofDataSet(dataSet, syntax, DicomReader.Options.BY_REFERENCE);
      SyntaxConverter.convert(reader, TransferSyntax.of(target), out);
    }
  }

  @Override
  public void close() throws IOException {
    dataSet.close();
  }
}
