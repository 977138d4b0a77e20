package org.lucina.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.DicomWriter;
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

/** Reads and writes Part 10 files in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class Part10Benchmark {
  /** What is read and written. */
  @Param public Samples sample;

  private byte[] file;
  private DataSet fileMeta;
  private DataSet dataSet;

  /** Makes the file. */
  @Setup
  public void read() throws IOException {
    file = sample.object().file();
    try (DicomReader reader = reader(DicomReader.Options.IN_MEMORY)) {
      fileMeta = reader.fileMeta();
      dataSet = reader.readDataSet();
    }
  }

  /** Everything into memory. */
  @Benchmark
  public DataSet parse() throws IOException {
    try (DicomReader reader = reader(DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet();
    }
  }

  /** The attributes only, pixels by reference. */
  @Benchmark
  public DataSet parseByReference() throws IOException {
    try (DicomReader reader = reader(DicomReader.Options.BY_REFERENCE)) {
      return reader.readDataSet();
    }
  }

  /** What was read, to nowhere. */
  @Benchmark
  public DicomWriter write() throws IOException {
    try (DicomWriter writer = DicomWriter.of(OutputStream.nullOutputStream())) {
      writer.writeFile(fileMeta, dataSet);
      return writer;
    }
  }

  private DicomReader reader(DicomReader.Options options) throws IOException {
    return DicomReader.of(new ByteArrayInputStream(file), options);
  }
}
