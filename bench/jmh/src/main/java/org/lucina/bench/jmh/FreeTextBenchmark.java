package org.lucina.bench.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lucina.deid.scan.Finding;
import org.lucina.deid.scan.SurvivorScan;
import org.lucina.deid.text.KnownIdentifiers;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
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

/** Takes known identifiers out of a report of 2 KB, and scans what comes of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FreeTextBenchmark {
  private static final String PARAGRAPH =
      "Mr. Beispiel was seen by Dr. Grant on 31 January 2024 for a cough of three weeks. CT of the"
          + " chest without contrast, 1.25 mm slices, compared with 03/04/2022. Lungs: no nodule"
          + " above 4 mm, linear opacity in the left lower lobe. MRN 47118200, accession ACC2024-77."
          + " No pleural effusion. Heart size normal; aortic diameter 34 mm. Impression: no change.\n";

  private DataSet original;
  private KnownIdentifiers known;
  private String report;
  private DataSet result;

  /** Makes the object and its report. */
  @Setup
  public void open() {
    original =
        Samples.CT_SLICE
            .object()
            .dataSet()
            .set(Tag.PatientName, "Beispiel^Maximilian^Q")
            .set(Tag.PatientID, "47118200")
            .set(Tag.AccessionNumber, "ACC2024.77")
            .set(Tag.StudyDate, "20240131")
            .set(Tag.ReferringPhysicianName, "Grant^Ulysses^S")
            .set(Tag.OperatorsName, "Nightingale^Florence")
            .set(Tag.InstitutionName, "Mercy West Hospital")
            .set(Tag.PatientTelephoneNumbers, "+49 30 5551234");
    original.remove(Tag.PixelData);
    report = PARAGRAPH.repeat(2048 / PARAGRAPH.length() + 1).substring(0, 2048);
    known = KnownIdentifiers.of(original);
    result = new DataSet().set(Tag.TextValue, known.clean(report).text());
  }

  /** The identifiers of an object made ready to be found. */
  @Benchmark
  public KnownIdentifiers of() {
    return KnownIdentifiers.of(original);
  }

  /** They are taken out of the report. */
  @Benchmark
  public KnownIdentifiers.Cleaned clean() {
    return known.clean(report);
  }

  /** Both, as for each instance. */
  @Benchmark
  public KnownIdentifiers.Cleaned ofAndClean() {
    return KnownIdentifiers.of(original).clean(report);
  }

  /** The cleaned report is compared with the object. */
  @Benchmark
  public List<Finding> scan() {
    return SurvivorScan.compare(original, result);
  }
}
