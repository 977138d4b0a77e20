package org.lucina.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writes and reads metadata in the DICOM JSON model: all attributes, pixels by their URI. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class JsonBenchmark {
  /** Whose metadata it is. */
  @Param public Samples sample;

  private DataSet dataSet;
  private byte[] json;

  /** Makes the metadata. */
  @Setup
  public void make() throws IOException {
    dataSet = sample.object().dataSet();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DicomJson.write(dataSet, out, JsonBenchmark::uri);
    json = out.toByteArray();
  }

  /** To nowhere. */
  @Benchmark
  public OutputStream write() throws IOException {
    OutputStream out = OutputStream.nullOutputStream();
    DicomJson.write(dataSet, out, JsonBenchmark::uri);
    return out;
  }

  /** From memory. */
  @Benchmark
  public DataSet read() throws IOException {
    return DicomJson.read(new ByteArrayInputStream(json), ReadLimits.DEFAULT);
  }

  private static Optional<String> uri(String path, Element element) {
    return element.tag() == Tag.PixelData
        ? Optional.of("http://localhost/dicom-web/" + path)
        : Optional.empty();
  }
}
