package org.lucina.endpoint.montage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
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
import org.lucina.spi.query.QuerySupport;

/** Reports in Montage as studies with a report. Keys of studies are their accession numbers. */
final class MontageEndpoint implements Endpoint {
  private static final String EXTRACT = "extract";
  private static final Set<View> VIEWS = EnumSet.of(View.TAGS, View.METADATA, View.REPORT);

  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .gets(Set.of(DicomLevel.STUDY), VIEWS)
          .finds(
              new QuerySupport(
                  Set.of(DicomLevel.STUDY),
                  Optional.of(
                      Set.of(
                          Tag.AccessionNumber,
                          Tag.PatientID,
                          Tag.PatientName,
                          Tag.PatientSex,
                          Tag.StudyDate,
                          Tag.StudyDescription,
                          Tag.InstitutionName,
                          Tag.ReferringPhysicianName,
                          Tag.Modality,
                          Tag.ModalitiesInStudy)),
                  EnumSet.of(Matching.SINGLE_VALUE, Matching.WILD_CARD, Matching.RANGE),
                  false,
                  true,
                  ConfigSpec.of(
                      Property.optional(
                          SearchTerms.TEXT, Type.STRING, "Words in reports, as Montage takes them"),
                      Property.optional(
                          EXTRACT,
                          Type.STRING,
                          "Regular expression whose named groups, found in the report, become"
                              + " metadata"))))
          .and(Operation.EXISTS);

  private final Service service;
  private final SearchTerms terms;
  private final Optional<Codes> codes;

  /**
   * Makes it.
   *
   * @param codes looks up what codes mean, empty for no look-up
   */
  MontageEndpoint(Service service, SearchTerms terms, Optional<Codes> codes) {
    this.service = service;
    this.terms = terms;
    this.codes = codes;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    return service.check();
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    CAPABILITIES.queries().check(query);
    Matches matches = new Matches(query, sink);
    Optional<Extraction> extraction = extraction(query);
    List<Map<String, String>> searches = terms.of(query);
    for (Map<String, String> search : searches) {
      if (!service.search(
          search,
          result -> {
            StudyForm form = new StudyForm(result);
            // A report that names another is found by both their numbers
            boolean others = searches.size() > 1 && !form.accessionNumber().equals(search.get("q"));
            return others || offer(form, extraction, matches);
          })) {
        return;
      }
    }
  }

  private static Optional<Extraction> extraction(Query query) throws EndpointException {
    try {
      return Optional.ofNullable(query.extensions().get(EXTRACT)).map(Extraction::new);
    } catch (PatternSyntaxException e) {
      throw new EndpointException(
          Reason.REFUSED, "term 'extract' is no regular expression: " + e.getDescription(), e);
    }
  }

  /** Montage finds words anywhere, so each result is matched once more. */
  private boolean offer(StudyForm form, Optional<Extraction> extraction, Matches matches)
      throws EndpointException {
    DataSet tags = form.tags();
    return form.accessionNumber().isEmpty()
        || matches.offer(tags, () -> dixel(form, tags, extraction));
  }

  private Dixel dixel(StudyForm form, DataSet tags, Optional<Extraction> extraction)
      throws EndpointException {
    Map<String, String> metadata = form.metadata();
    if (codes.isPresent()) {
      Set<String> cpts = new LinkedHashSet<>();
      Set<String> parts = new LinkedHashSet<>();
      for (String number : form.codes()) {
        Codes.Meaning meaning = codes.get().meaning(number);
        cpts.add(meaning.cpt());
        parts.addAll(meaning.bodyParts());
      }
      metadata.put("CPTCodes", String.join(",", cpts));
      metadata.put("BodyParts", String.join(",", parts));
    }
    String report = form.report();
    extraction.ifPresent(each -> metadata.putAll(each.of(report)));
    return Dixel.of(Reference.key(DicomLevel.STUDY, form.accessionNumber()))
        .tags(tags)
        .metadata(metadata)
        .report(() -> report)
        .build();
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!VIEWS.containsAll(views)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "of the views " + views + " only tags, metadata and report are here");
    }
    return one(reference)
        .orElseThrow(() -> new EndpointException(Reason.NOT_FOUND, "Montage has no such report"));
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return one(reference).isPresent();
  }

  private Optional<Dixel> one(Reference reference) throws EndpointException {
    if (reference.level() != DicomLevel.STUDY || reference.key().isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "Montage knows studies by their accession numbers, not by UIDs");
    }
    List<Dixel> found = new ArrayList<>();
    find(
        Query.of(DicomLevel.STUDY).key(Tag.AccessionNumber, reference.key().get()).limit(1).build(),
        found::add);
    return found.stream().findFirst();
  }

  /** Connections belong to the client. */
  @Override
  public void close() {
    // Nothing is held.
  }
}
