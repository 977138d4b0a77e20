package org.lucina.endpoint.mint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.DicomDate;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * What is asked of the server for a query: studies, with their series and instances as the level
 * needs. Keys that are no search parameters are matched on what comes.
 *
 * @param parameters search parameters, without the limit
 * @param sent attributes that the server matches itself
 */
record SearchRequest(Map<String, String> parameters, Set<Integer> sent) {
  /** Both ends of a range must be given: an open one is as far away as dates go. */
  private static final String EARLIEST = "10000101";

  private static final String LATEST = "99991231";

  /** Copies the set. */
  SearchRequest {
    sent = Set.copyOf(sent);
  }

  /**
   * The requests of a query: one for each study of a list.
   *
   * @throws UnsupportedQueryException naming terms that cannot be honoured
   */
  static List<SearchRequest> of(Query query) throws UnsupportedQueryException {
    check(query);
    List<String> studies =
        query
            .key(Tag.StudyInstanceUID)
            .filter(value -> !KeyValues.isUniversal(value.strip()))
            .map(value -> List.of(value.split("\\\\")))
            .orElseGet(() -> List.of(""));
    List<SearchRequest> requests = new ArrayList<>();
    for (String study : studies) {
      requests.add(of(query, study.strip()));
    }
    return requests;
  }

  private static SearchRequest of(Query query, String study) throws UnsupportedQueryException {
    Map<String, String> parameters = new LinkedHashMap<>();
    Set<Integer> sent = new HashSet<>();
    if (!study.isEmpty()) {
      parameters.put(MintFields.parameter(Tag.StudyInstanceUID).orElseThrow(), study);
      sent.add(Tag.StudyInstanceUID);
    }
    for (QueryKey key : query.keys()) {
      Map<String, String> own = parameters(key);
      parameters.putAll(own);
      if (!own.isEmpty()) {
        sent.add(key.tag());
      }
    }
    boolean limits = query.keys().stream().anyMatch(key -> key.matching() != Matching.UNIVERSAL);
    if (sent.isEmpty() && (limits || query.level() != DicomLevel.STUDY)) {
      throw new UnsupportedQueryException(
          List.of(
              "level "
                  + query.level().name().toLowerCase(Locale.ROOT)
                  + " without a key that MINT servers search by"));
    }
    parameters.put("queryLevel", query.level().name());
    parameters.put(
        "includeFields",
        String.join(",", MintFields.include(query.level(), query.keys(), query.include())));
    return new SearchRequest(parameters, sent);
  }

  private static void check(Query query) throws UnsupportedQueryException {
    Set<Integer> known = MintFields.known(query.level());
    List<String> faults = new ArrayList<>();
    for (QueryKey key : query.keys()) {
      boolean universal = key.matching() == Matching.UNIVERSAL;
      if (!universal && !known.contains(key.tag())) {
        faults.add(
            "matching on "
                + key.attribute()
                + " at level "
                + query.level().name().toLowerCase(Locale.ROOT));
      }
    }
    for (int tag : query.include()) {
      if (Dictionary.find(tag).isEmpty()) {
        faults.add(String.format("attribute %08X", tag));
      }
    }
    if (!faults.isEmpty()) {
      throw new UnsupportedQueryException(faults);
    }
  }

  /** How the server is asked for a key; not at all where it would not understand it. */
  private static Map<String, String> parameters(QueryKey key) {
    String value = key.value().strip();
    if (key.matching() == Matching.UNIVERSAL
        || key.tag() == Tag.StudyInstanceUID
        || value.equals(KeyValues.EMPTY)) {
      return Map.of();
    }
    if (Dictionary.vrOf(key.tag()) == VR.DA) {
      return dates(key.tag(), value);
    }
    Optional<String> name = MintFields.parameter(key.tag());
    return name.isEmpty() || value.indexOf('\\') >= 0
        ? Map.of()
        : Map.of(name.get(), value.replace('?', '*'));
  }

  private static Map<String, String> dates(int tag, String value) {
    Optional<DateRange> range = DateRange.parse(value);
    if (range.isEmpty()) {
      return Map.of();
    }
    String from = range.get().from().map(DicomDate::format).orElse(EARLIEST);
    String to = range.get().to().map(DicomDate::format).orElse(LATEST);
    Map<String, String> parameters = new LinkedHashMap<>();
    if (tag == Tag.StudyDate) {
      parameters.put("minStudyDate", from);
      parameters.put("maxStudyDate", to);
    } else if (tag == Tag.PatientBirthDate && from.equals(to)) {
      parameters.put("patientBirthDate", from);
    }
    return parameters;
  }

  /** The path below the server's address. */
  String path(OptionalInt limit) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    limit.ifPresent(studies -> all.put("limit", Integer.toString(studies)));
    return "/studies?"
        + all.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
