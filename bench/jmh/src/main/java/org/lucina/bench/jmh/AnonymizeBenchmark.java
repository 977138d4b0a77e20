package org.lucina.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.lucina.anonymizer.ps315.Ps315Provider;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.mint.keyed.KeyedPseudonymProvider;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Anonymizes files in memory by the profile of PS3.15, with a keyed mint, and reads the result. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class AnonymizeBenchmark {
  /** What is anonymized. */
  public enum Instance {
    /** 20 KB of attributes without pixel data: 60 references, a private block of 90 values. */
    HEADER {
      @Override
      public SyntheticObject object() {
        DataSet data = Samples.CT_SLICE.object().dataSet();
        data.remove(Tag.PixelData);
        List<DataSet> references = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
          references.add(
              new DataSet()
                  .set(Tag.ReferencedSOPClassUID, UID.CTImageStorage)
                  .set(Tag.ReferencedSOPInstanceUID, "1.2.826.0.1.3680043.10.43.77.123456." + i));
        }
        data.set(Tag.ReferencedInstanceSequence, references);
        data.set(0x00290010, VR.LO, "ACME 1.0");
        for (int i = 0; i < 90; i++) {
          data.set(0x00291000 | i, VR.LO, "value of some private attribute " + i + "x".repeat(100));
        }
        return new SyntheticObject("header", TransferSyntax.EXPLICIT_LE, data);
      }
    },
    /** A CT slice of 0.5 MB. */
    CT_SLICE {
      @Override
      public SyntheticObject object() {
        return Samples.CT_SLICE.object();
      }
    };

    public abstract SyntheticObject object();
  }

  /** What is anonymized. */
  @Param public Instance instance;

  private final byte[] buffer = new byte[1 << 16];
  private LocalContext server;
  private Anonymizer anonymizer;
  private byte[] file;

  /** Opens the anonymizer, and makes the file. */
  @Setup
  public void open() throws Exception {
    server = new LocalContext();
    KeyedPseudonymProvider mints = new KeyedPseudonymProvider();
    Map<String, String> key = Map.of("key", "000102030405060708090a0b0c0d0e0f");
    server.with("mint", mints.create("mint", mints.configSpec().check(key), server));
    Ps315Provider provider = new Ps315Provider();
    Map<String, String> properties =
        Map.of("mint", "mint", "retain-longitudinal", "modified", "clean-descriptors", "true");
    anonymizer = provider.create("ps315", provider.configSpec().check(properties), server);
    file = instance.object().file();
  }

  /** Closes it. */
  @TearDown
  public void close() {
    anonymizer.close();
    server.close();
  }

  /** From the first byte of the original to the last of the result. */
  @Benchmark
  public long anonymize() throws Exception {
    Content content =
        Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file));
    Dixel dixel = Dixel.of(Reference.key(DicomLevel.INSTANCE, "sample")).file(content).build();
    return read(anonymizer.anonymize(dixel).dixel().file().orElseThrow());
  }

  private long read(Content result) throws IOException {
    long length = 0;
    try (InputStream in = result.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        length += n;
      }
    }
    return length;
  }
}
