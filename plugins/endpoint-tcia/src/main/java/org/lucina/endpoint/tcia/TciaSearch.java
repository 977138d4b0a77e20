package org.lucina.endpoint.tcia;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.QuerySupport;

/**
 * Answers one query: the server is asked for what its functions can tell apart, and the rest is
 * matched here.
 */
final class TciaSearch {
  private static final Set<Integer> SERIES =
      Set.of(
          Tag.PatientID,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.SeriesDate,
          Tag.SeriesDescription,
          Tag.SeriesNumber,
          Tag.Modality,
          Tag.ProtocolName,
          Tag.BodyPartExamined,
          Tag.Manufacturer,
          Tag.ManufacturerModelName);

  /** What the rows of each level tell: on nothing else can be matched there. */
  private static final Map<DicomLevel, Set<Integer>> TOLD =
      Map.of(
          DicomLevel.PATIENT,
          Set.of(Tag.PatientID, Tag.PatientName, Tag.PatientSex),
          DicomLevel.STUDY,
          Set.of(
              Tag.PatientID,
              Tag.PatientName,
              Tag.PatientSex,
              Tag.StudyInstanceUID,
              Tag.StudyDate,
              Tag.StudyDescription),
          DicomLevel.SERIES,
          SERIES,
          DicomLevel.INSTANCE,
          union(SERIES, Set.of(Tag.SOPInstanceUID)));

  static final QuerySupport SUPPORT =
      new QuerySupport(
          TOLD.keySet(),
          Optional.of(TOLD.values().stream().reduce(Set.of(), TciaSearch::union)),
          EnumSet.of(
              Matching.SINGLE_VALUE, Matching.LIST_OF_UID, Matching.WILD_CARD, Matching.RANGE),
          false,
          true,
          ConfigSpec.of(
              Property.optional("collection", Type.STRING, "Name of the collection to look in")));

  /** Attributes that functions take, by the names of their parameters. */
  private static final Map<Integer, String> PARAMETERS =
      Map.of(
          Tag.PatientID,
          "PatientID",
          Tag.StudyInstanceUID,
          "StudyInstanceUID",
          Tag.SeriesInstanceUID,
          "SeriesInstanceUID",
          Tag.Modality,
          "Modality",
          Tag.BodyPartExamined,
          "BodyPartExamined",
          Tag.Manufacturer,
          "Manufacturer",
          Tag.ManufacturerModelName,
          "ManufacturerModelName");

  private final NbiaServer server;
  private final Query query;
  private final Optional<String> collection;
  private final Matches matches;

  /**
   * Answers a query.
   *
   * @param collection that is looked in when the query names none
   */
  TciaSearch(NbiaServer server, Query query, Optional<String> collection, Endpoint.Sink sink) {
    this.server = server;
    this.query = query;
    this.collection =
        Optional.ofNullable(query.extensions().get("collection")).or(() -> collection);
    this.matches = new Matches(query, sink);
  }

  void run() throws EndpointException {
    SUPPORT.check(query, key -> TOLD.get(query.level()).contains(key.tag()));
    switch (query.level()) {
      case PATIENT -> server.rows("getPatient", parameters(), this::offer);
      case STUDY -> server.rows("getPatientStudy", parameters(), this::offer);
      case SERIES -> server.rows("getSeries", parameters(), this::offer);
      case INSTANCE -> server.rows("getSeries", parameters(), this::instances);
    }
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    collection.ifPresent(name -> parameters.put("Collection", name));
    if (query.level() != DicomLevel.PATIENT) {
      for (QueryKey key : query.keys()) {
        if (isLiteral(key) && PARAMETERS.containsKey(key.tag())) {
          parameters.put(PARAMETERS.get(key.tag()), key.value().strip());
        }
      }
    }
    return parameters;
  }

  /** Whether a key has one value, that can be looked for as it is. */
  private static boolean isLiteral(QueryKey key) {
    return key.matching() == Matching.SINGLE_VALUE
        && key.value().indexOf('\\') < 0
        && !key.value().strip().equals(KeyValues.EMPTY);
  }

  private boolean instances(JsonObject series) throws EndpointException {
    DataSet above = new DataSet();
    NbiaRow.addTo(above, series);
    Optional<String> uid = above.string(Tag.SeriesInstanceUID);
    if (uid.isEmpty() || !matchesAbove(above)) {
      return true;
    }
    boolean[] more = {true};
    server.rows(
        "getSOPInstanceUIDs",
        Map.of("SeriesInstanceUID", uid.get()),
        row -> {
          DataSet tags = new DataSet();
          above.forEach(tags::put);
          NbiaRow.addTo(tags, row);
          more[0] = offer(tags);
          return more[0];
        });
    return more[0];
  }

  private boolean matchesAbove(DataSet series) {
    Query.Builder above = Query.of(DicomLevel.SERIES);
    query.keys().stream().filter(key -> key.tag() != Tag.SOPInstanceUID).forEach(above::key);
    return above.build().matches(series);
  }

  private boolean offer(JsonObject row) throws EndpointException {
    DataSet tags = new DataSet();
    NbiaRow.addTo(tags, row);
    return offer(tags);
  }

  private boolean offer(DataSet tags) throws EndpointException {
    Optional<Reference> reference = Reference.of(query.level(), tags);
    return reference.isEmpty() || matches.offer(reference.get(), tags);
  }

  private static Set<Integer> union(Set<Integer> some, Set<Integer> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
