package org.lucina.archive.anonymize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.report.RunRecord;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;

/** Has an anonymizer make studies of the archive anew, and stores what comes out beside them. */
public final class StudyAnonymizing {
  private final Endpoint archive;
  private final Anonymizer anonymizer;
  private final RunRecord record;

  /**
   * Anonymizes in an archive.
   *
   * @param record takes note of what is done
   */
  public StudyAnonymizing(Endpoint archive, Anonymizer anonymizer, RunRecord record) {
    this.archive = archive;
    this.anonymizer = anonymizer;
    this.record = record;
  }

  /**
   * Anonymizes a study. What was stored of it remains when this fails; doing it again changes
   * nothing of that.
   *
   * @throws EndpointException when the study is not there, or cannot be read or stored
   * @throws AnonymizerException UNAVAILABLE when the anonymizer lacks what it needs
   */
  public AnonymizedStudy anonymize(String study)
      throws EndpointException, AnonymizerException, IOException {
    Run run = new Run();
    StudyInstances.each(archive, study, run::take);
    if (run.unavailable.isPresent()) {
      throw run.unavailable.get();
    }
    return new AnonymizedStudy(study, run.result, run.instances, run.refused);
  }

  private final class Run {
    private final List<String> instances = new ArrayList<>();
    private final List<AnonymizedStudy.Refused> refused = new ArrayList<>();
    private Optional<String> result = Optional.empty();
    private Optional<AnonymizerException> unavailable = Optional.empty();

    private boolean take(Dixel instance) throws EndpointException, IOException {
      String uid = instance.reference().instanceUid().orElse("");
      try {
        Reference put = archive.put(anonymized(instance));
        put.instanceUid().ifPresent(instances::add);
        result = result.or(put::studyUid);
        return true;
      } catch (AnonymizerException e) {
        if (e.reason() == Reason.UNAVAILABLE) {
          unavailable = Optional.of(e);
          return false;
        }
        refused.add(
            new AnonymizedStudy.Refused(uid, new Preview.Refusal(e.reason(), e.getMessage())));
        return true;
      }
    }

    private Dixel anonymized(Dixel instance) throws AnonymizerException, IOException {
      Anonymized anonymized = anonymizer.anonymize(instance);
      Reference made = anonymized.dixel().reference();
      if (made.instanceUid().equals(instance.reference().instanceUid())) {
        throw new AnonymizerException(
            Reason.REFUSED, "it keeps its SOP Instance UID, and would take the original's place");
      }
      record.add(instance, anonymized);
      return anonymized.marked();
    }
  }
}
