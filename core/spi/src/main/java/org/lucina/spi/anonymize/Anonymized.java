package org.lucina.spi.anonymize;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lucina.spi.dixel.Dixel;

/**
 * An instance that may leave.
 *
 * @param dixel with tags and file
 * @param changes what was done to the original, without values
 */
public record Anonymized(Dixel dixel, List<Change> changes) {
  /**
   * The name of the metadata ({@link Dixel#metadata}) that says {@code true} of what an anonymizer
   * has put out: the archive lets users in the role {@code deidentified} see that alone.
   */
  public static final String MARK = "org.lucina.deidentified";

  /**
   * How names of metadata begin that say how an Orthanc would be told to make the same of the whole
   * {@code study}, {@code series} or {@code instance}, which are how they end: the body of its
   * {@code /anonymize}, in JSON, with no value of the original. Anonymizers may have them.
   */
  public static final String ORTHANC_MAP = "org.lucina.orthanc-map.";

  private static final String OWN = "org.lucina.";

  /** Copies the list. */
  public Anonymized {
    changes = List.copyOf(changes);
  }

  /** The dixel with the {@link #MARK}, for whoever had it anonymized to put it somewhere. */
  public Dixel marked() throws IOException {
    Map<String, String> metadata = new HashMap<>(dixel.metadata());
    metadata.put(MARK, "true");
    return dixel.copy(dixel.reference()).metadata(metadata).build();
  }

  /**
   * What another system tells as metadata, without names that this server alone gives: whoever may
   * write there shall not say what an anonymizer has put out. Endpoints ask this of what they get.
   */
  public static Map<String, String> ofOthers(Map<String, String> told) {
    Map<String, String> believed = new HashMap<>(told);
    believed.keySet().removeIf(name -> name.startsWith(OWN));
    return believed;
  }

  /**
   * A change to one attribute.
   *
   * @param path such as {@code (0010,0010)} or {@code (0040,A730)[2].(0040,A160)}
   * @param action such as {@code remove}, {@code empty}, {@code replace}, in the anonymizer's words
   * @param rule which of its rules asked for that
   */
  public record Change(String path, String action, String rule) {}
}
