package org.lucina.anonymizer.diana;

import java.util.List;
import org.lucina.deid.InstanceChange;
import org.lucina.deid.Marks;
import org.lucina.dicom.DataSet;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.Dixel;

/** Anonymizes as DIANA had Orthanc do it. What pixels show stays. */
final class DianaSham implements Anonymizer {
  private static final String METHOD = "DIANA sham";

  private final ShamMaker shams;
  private final Profile profile;
  private final ReplacementMap maps = new ReplacementMap();

  DianaSham(ShamMaker shams, Profile profile) {
    this.shams = shams;
    this.profile = profile;
  }

  /** The result's metadata have the map that Orthanc would take. */
  @Override
  public Anonymized anonymize(Dixel instance) throws AnonymizerException {
    Run run = new Run();
    Anonymized made = InstanceChange.of(instance, run);
    Dixel told =
        made.dixel().copy(made.dixel().reference()).metadata(maps.metadata(run.sham)).build();
    return new Anonymized(told, made.changes());
  }

  /** Changes one instance, and remembers its sham. */
  private final class Run implements InstanceChange {
    private Sham sham;

    @Override
    public List<Anonymized.Change> apply(DataSet data) throws AnonymizerException {
      sham = shams.of(data);
      List<Anonymized.Change> changes = new ShamWalk(profile, sham, data).walk(data);
      Marks.set(data, METHOD, true);
      return changes;
    }
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
