package org.lucina.archive.anonymize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;

/** Shows what an anonymizer would do to a study, and stores nothing. */
public final class DryRun {
  private final Endpoint source;
  private final Anonymizer anonymizer;
  private final int limit;

  /**
   * A run that has not begun.
   *
   * @param source where the study is
   * @param limit instances that are shown at most
   */
  public DryRun(Endpoint source, Anonymizer anonymizer, int limit) {
    this.source = source;
    this.anonymizer = anonymizer;
    this.limit = limit;
  }

  /** Takes what is shown. */
  @FunctionalInterface
  public interface Sink {
    /** Takes an instance. */
    void accept(Preview preview) throws IOException;
  }

  /**
   * Shows instances of a study as they come.
   *
   * @return whether there are more
   * @throws EndpointException when the study is not there, or cannot be read
   */
  public boolean show(String study, Sink sink) throws EndpointException, IOException {
    int[] shown = {0};
    boolean[] more = {false};
    StudyInstances.each(
        source,
        study,
        instance -> {
          if (shown[0] == limit) {
            more[0] = true;
            return false;
          }
          shown[0]++;
          sink.accept(preview(instance));
          return true;
        });
    return more[0];
  }

  private Preview preview(Dixel instance) throws IOException {
    String uid = instance.reference().instanceUid().orElse("");
    try {
      Anonymized anonymized = anonymizer.anonymize(instance);
      DataSet before = instance.tags();
      DataSet after = anonymized.dixel().tags();
      List<Preview.ChangedAttribute> changes = new ArrayList<>();
      for (Anonymized.Change change : anonymized.changes()) {
        changes.add(
            new Preview.ChangedAttribute(
                change.path(),
                change.action(),
                change.rule(),
                PathValues.of(before, change.path()),
                PathValues.of(after, change.path())));
      }
      return new Preview(
          uid, anonymized.dixel().reference().instanceUid(), changes, Optional.empty());
    } catch (AnonymizerException e) {
      Preview.Refusal refusal = new Preview.Refusal(e.reason(), e.getMessage());
      return new Preview(uid, Optional.empty(), List.of(), Optional.of(refusal));
    }
  }
}
