package org.lucina.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.image.Blackout;
import org.lucina.image.Mask;
import org.lucina.image.PixelDescription;
import org.lucina.image.Region;
import org.lucina.image.RleFrame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Blacks out a CT slice of 0.5 MB, and encodes and decodes its pixels by RLE, in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PixelsBenchmark {
  private static final Region BANNER = new Region(0, 0, 512, 40);

  private byte[] file;
  private PixelDescription pixels;
  private byte[] frame;
  private byte[] encoded;

  /** Makes the slice, which is noise: nothing is harder to encode. */
  @Setup
  public void make() throws IOException {
    SyntheticObject slice = Samples.CT_SLICE.object();
    file = slice.file();
    DataSet data = slice.dataSet();
    pixels = PixelDescription.of(data);
    frame = data.bytes(Tag.PixelData).orElseThrow().toArray();
    encoded = RleFrame.encode(frame, pixels).toBytes();
  }

  /** From the file to the file, read to its end. */
  @Benchmark
  public long blackOut() throws IOException {
    ChangedFile changed =
        ChangedFile.edited(
            () -> new ByteArrayInputStream(file),
            edit ->
                Blackout.apply(edit, Mask.of(pixels.rows(), pixels.columns(), List.of(BANNER))));
    try (InputStream in = changed.open()) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Pixels to RLE. */
  @Benchmark
  public byte[] rleEncode() throws IOException {
    return RleFrame.encode(frame, pixels).toBytes();
  }

  /** RLE to pixels. */
  @Benchmark
  public byte[] rleDecode() throws IOException {
    return RleFrame.parse(encoded, pixels).decode(pixels);
  }
}
