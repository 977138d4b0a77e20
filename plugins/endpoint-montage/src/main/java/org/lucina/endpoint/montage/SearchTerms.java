package org.lucina.endpoint.montage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DateRange;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * Translates queries to Montage's searches: one for each accession number, else one.
 *
 * @param modalities Montage's numbers of modalities
 */
record SearchTerms(Map<String, String> modalities) {
  /** Extension: words in the report, in Montage's language. */
  static final String TEXT = "text";

  /**
   * The searches that a query needs.
   *
   * @throws UnsupportedQueryException naming what Montage cannot look for
   */
  List<Map<String, String>> of(Query query) throws EndpointException {
    List<String> accessions = literals(query, Tag.AccessionNumber);
    Optional<String> text = Optional.ofNullable(query.extensions().get(TEXT));
    if (!accessions.isEmpty() && text.isPresent()) {
      throw new UnsupportedQueryException(List.of("term 'text' together with AccessionNumber"));
    }
    Map<String, String> common = common(query);
    if (accessions.isEmpty()) {
      Map<String, String> terms = new LinkedHashMap<>();
      terms.put("q", text.orElse(""));
      terms.putAll(common);
      return List.of(terms);
    }
    List<Map<String, String>> searches = new ArrayList<>();
    for (String accession : accessions) {
      Map<String, String> terms = new LinkedHashMap<>();
      terms.put("q", accession);
      terms.putAll(common);
      searches.add(terms);
    }
    return searches;
  }

  private Map<String, String> common(Query query) throws EndpointException {
    Map<String, String> terms = new LinkedHashMap<>();
    List<String> patients = literals(query, Tag.PatientID);
    if (patients.size() == 1) {
      terms.put("patient_mrn", patients.get(0));
    }
    Optional<DateRange> days = query.key(Tag.StudyDate).flatMap(DateRange::parse);
    days.flatMap(DateRange::from).ifPresent(day -> terms.put("start_date", day.toString()));
    days.flatMap(DateRange::to).ifPresent(day -> terms.put("end_date", day.toString()));
    List<String> wanted = new ArrayList<>(literals(query, Tag.Modality));
    wanted.addAll(literals(query, Tag.ModalitiesInStudy));
    if (!wanted.isEmpty()) {
      terms.put("modality", number(wanted));
    }
    return terms;
  }

  private String number(List<String> wanted) throws EndpointException {
    if (wanted.stream().anyMatch(name -> !modalities.containsKey(name))) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "Montage's number of a modality is not configured");
    }
    List<String> numbers = wanted.stream().map(modalities::get).distinct().toList();
    if (numbers.size() > 1) {
      throw new UnsupportedQueryException(List.of("several modalities"));
    }
    return numbers.get(0);
  }

  /** Values of a key that Montage must look for as they are. */
  private static List<String> literals(Query query, int tag) throws UnsupportedQueryException {
    Optional<QueryKey> key =
        query.keys().stream().filter(each -> each.path().equals(List.of(tag))).findFirst();
    if (key.isEmpty() || key.get().matching() == Matching.UNIVERSAL) {
      return List.of();
    }
    if (key.get().matching() == Matching.WILD_CARD || key.get().value().contains("\"\"")) {
      throw new UnsupportedQueryException(
          List.of("wild card or empty value matching on " + key.get().attribute()));
    }
    return Arrays.stream(key.get().value().strip().split("\\s*\\\\\\s*")).distinct().toList();
  }
}
