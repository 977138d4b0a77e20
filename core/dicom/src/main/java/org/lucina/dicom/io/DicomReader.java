package org.lucina.dicom.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;

/**
 * Reads Part 10 files (PS3.10 7) and bare data sets from a stream, with tolerance for what is found
 * in practice, and with limits.
 *
 * <p>Buffers its input: bytes beyond what was asked for may have been taken from the stream. Not
 * thread-safe.
 */
public final class DicomReader implements Closeable {

  /**
   * How to read.
   *
   * @param limits what is accepted
   * @param bulkThreshold values of more bytes than this, of binary VRs, become {@link
   *     org.lucina.dicom.BulkData}, but for sequences of unknown VR, and so do the data set's own
   *     pixel data and all fragments of whatever length; {@link Long#MAX_VALUE} holds everything
   * @param stopBefore the first top-level tag (unsigned) that is not read; empty reads to the end
   * @param memory is told what the data set takes
   */
  public record Options(
      ReadLimits limits, long bulkThreshold, Optional<Integer> stopBefore, Memory memory) {

    /** Options of a reader whose memory nobody but its limits bounds. */
    public Options(ReadLimits limits, long bulkThreshold, Optional<Integer> stopBefore) {
      this(limits, bulkThreshold, stopBefore, bytes -> {});
    }

    /** Everything in memory. */
    public static final Options IN_MEMORY =
        new Options(ReadLimits.DEFAULT, Long.MAX_VALUE, Optional.empty());

    /**
     * What comes before the pixel data and its offset tables; binary values over 4 KiB by
     * reference.
     */
    public static final Options BEFORE_PIXELS =
        new Options(ReadLimits.DEFAULT, 4096, Optional.of(Tag.ExtendedOffsetTable));

    /** Binary values over 4 KiB by reference. */
    public static final Options BY_REFERENCE =
        new Options(ReadLimits.DEFAULT, 4096, Optional.empty());
  }

  /** Bounds what several readers hold together. */
  @FunctionalInterface
  public interface Memory {
    /**
     * A data set that is being read takes more than it did.
     *
     * @param bytes what it takes, counted as {@link ReadLimits#heldBytes} is; told each 256 KiB
     * @throws IOException when that is too much; it comes out of the reader as it is
     */
    void held(long bytes) throws IOException;
  }

  private final Input in;
  private final FileHead head;
  private final Options options;
  private final Optional<String> uri;
  private final Closeable source;

  private DicomReader(
      Input in, FileHead head, Options options, Optional<String> uri, Closeable source) {
    this.in = in;
    this.head = head;
    this.options = options;
    this.uri = uri;
    this.source = source;
  }

  /** Reads a Part 10 file or, without preamble or File Meta, a data set of a guessed syntax. */
  public static DicomReader of(InputStream in, Options options) throws IOException {
    Input input = new Input(in, 0, -1, false);
    FileHead head = FileHead.read(input, options.limits());
    return new DicomReader(body(input, head), head, options, Optional.empty(), in);
  }

  /** Reads a Part 10 file; bulk data carries its URI. */
  public static DicomReader of(Path file, Options options) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      Input input = new Input(in, 0, Files.size(file), true);
      FileHead head = FileHead.read(input, options.limits());
      String uri = FileBulkSource.uri(file, head.syntax(), head.length());
      return new DicomReader(body(input, head), head, options, Optional.of(uri), in);
    } catch (IOException | RuntimeException unreadable) {
      in.close();
      throw unreadable;
    }
  }

  /** The same, but passes over bulk data by skipping, for streams that need not see it. */
  static DicomReader skipping(InputStream in, Options options) throws IOException {
    Input input = new Input(in, 0, -1, true);
    FileHead head = FileHead.read(input, options.limits());
    return new DicomReader(body(input, head), head, options, Optional.empty(), in);
  }

  private static Input body(Input in, FileHead head) {
    return head.syntax().deflated() ? Inflating.of(in) : in;
  }

  /** Reads a bare data set in a known syntax, as a DIMSE message carries it. */
  public static DicomReader ofDataSet(InputStream in, TransferSyntax syntax, Options options)
      throws IOException {
    Input input = new Input(in, 0, -1, false);
    FileHead head = FileHead.none(syntax);
    return new DicomReader(body(input, head), head, options, Optional.empty(), in);
  }

  /** The File Meta Information, empty when there was none. */
  public DataSet fileMeta() {
    return head.fileMeta();
  }

  /** The syntax of the data set, from File Meta, the caller, or guessed. */
  public TransferSyntax transferSyntax() {
    return head.syntax();
  }

  /** Byte of the source at which the data set begins (after preamble and File Meta). */
  public long dataSetOffset() {
    return head.length();
  }

  /**
   * Reads the data set, or the part of it before the stop tag. Read to the end, it has consumed the
   * whole stream.
   *
   * @throws org.lucina.dicom.DicomFormatException when the bytes are no DICOM or break a limit
   */
  public DataSet readDataSet() throws IOException {
    return build().root();
  }

  /**
   * Reads all of it, with what a writer needs to make the same bytes again.
   *
   * @throws org.lucina.dicom.DicomFormatException when the bytes are no DICOM or break a limit
   */
  public DicomFile readFile() throws IOException {
    DataSetBuilder built = build();
    return new DicomFile(
        head.preamble(),
        head.metaSyntax(),
        head.fileMeta(),
        head.syntax(),
        built.root(),
        built.padding());
  }

  private DataSetBuilder build() throws IOException {
    DataSetBuilder builder = new DataSetBuilder(new DataSet(), options, uri);
    read(builder);
    return builder;
  }

  /** Reads the data set as events. */
  public void read(DicomHandler handler) throws IOException {
    read(new HandlerAdapter(handler));
  }

  void read(EventSink sink) throws IOException {
    new Parser(in, head.syntax(), options.limits(), sink).read(options.stopBefore());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
