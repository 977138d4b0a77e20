package org.lucina.endpoint.orthanc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.QuerySupport;

/**
 * A PACS that is reached through an Orthanc: searched there, and retrieved into Orthanc, which then
 * hands it out. What was retrieved stays in Orthanc until it is deleted here.
 */
final class OrthancProxy implements Endpoint {
  private static final Set<DicomLevel> LEVELS =
      EnumSet.of(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE);

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .gets(LEVELS, EnumSet.of(View.TAGS, View.METADATA, View.FILE, View.FRAMES))
          .finds(
              new QuerySupport(
                  EnumSet.allOf(DicomLevel.class),
                  Optional.empty(),
                  EnumSet.complementOf(EnumSet.of(Matching.SEQUENCE)),
                  false,
                  true,
                  ConfigSpec.none()))
          .and(Operation.EXISTS, Operation.DELETE);

  private final Orthanc orthanc;
  private final RemoteModalities modalities;
  private final String modality;
  private final Optional<String> target;

  OrthancProxy(
      Orthanc orthanc, RemoteModalities modalities, String modality, Optional<String> target) {
    this.orthanc = orthanc;
    this.modalities = modalities;
    this.modality = modality;
    this.target = target;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    String answer = orthanc.check();
    modalities.echo(modality);
    return answer + "; modality '" + modality + "' answers it";
  }

  /** Retrieves it into Orthanc, again if it is there already, as it may have grown. */
  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    Query query = named(reference);
    String title = target.isPresent() ? target.get() : modalities.ownTitle();
    if (modalities.retrieve(modality, query, title) == 0) {
      throw new EndpointException(
          Reason.NOT_FOUND, reference + " is not at modality '" + modality + "'");
    }
    return orthanc.get(reference, views);
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    CAPABILITIES.queries().check(query);
    Answers answers = new Answers(query, sink);
    modalities.query(modality, query, answers::take);
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    find(named(reference), each -> !found.add(each));
    return !found.isEmpty();
  }

  /** Removes what was retrieved from Orthanc; the PACS keeps it. */
  @Override
  public void delete(Reference reference) throws EndpointException {
    orthanc.delete(reference);
  }

  private static Query named(Reference reference) throws EndpointException {
    if (!LEVELS.contains(reference.level())) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "only studies, series and instances are retrieved here");
    }
    if (reference.studyUid().isEmpty() || reference.identifier().isEmpty()) {
      throw new EndpointException(
          Reason.REFUSED, "a reference needs its UID and that of its study here");
    }
    Query.Builder query = Query.of(reference.level());
    key(query, Tag.StudyInstanceUID, reference.studyUid());
    key(query, Tag.SeriesInstanceUID, reference.seriesUid());
    key(query, Tag.SOPInstanceUID, reference.instanceUid());
    return query.build();
  }

  private static void key(Query.Builder query, int tag, Optional<String> uid)
      throws EndpointException {
    if (uid.isPresent()) {
      if (!Uids.isValid(uid.get())) {
        throw new EndpointException(Reason.REFUSED, "a UID of the reference is malformed");
      }
      query.key(tag, uid.get());
    }
  }

  /** There is nothing to close: connections end with their last call. */
  @Override
  public void close() {}

  /** Takes the answers to one query, of which some may not match: a PACS may pass over keys. */
  private static final class Answers {
    private final Query query;
    private final Matches matches;

    private Answers(Query query, Sink sink) {
      this.query = query;
      this.matches = new Matches(query, sink);
    }

    private boolean take(DataSet answer) throws EndpointException {
      Optional<Reference> reference = Reference.of(query.level(), answer);
      if (reference.isEmpty() || !query.keys().stream().allMatch(key -> passes(key, answer))) {
        return true;
      }
      return matches.take(() -> Dixel.of(reference.get()).tags(answer).build());
    }

    /** What comes back empty may be unknown to the PACS (PS3.4 C.2.2.1.3). */
    private boolean passes(QueryKey key, DataSet answer) {
      return answer.string(key.tag()).isEmpty()
          || Query.of(query.level()).key(key).build().matches(answer);
    }
  }
}
