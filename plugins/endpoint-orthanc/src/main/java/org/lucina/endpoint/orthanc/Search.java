package org.lucina.endpoint.orthanc;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.endpoint.Reading;
import org.lucina.spi.query.Query;

/** Answers one query: matches what Orthanc finds, and gives what matches to a sink. */
final class Search {
  private static final int REMEMBERED = 1_000;

  private final OrthancApi api;
  private final Resources resources;
  private final Instances instances;
  private final Query query;
  private final SearchPlan plan;
  private final Matches matches;

  /** Matches of which more may be found below: those that are found themselves come once. */
  private final Set<String> seen = new HashSet<>();

  private final Map<String, Resource> above = new Recent();

  Search(
      OrthancApi api,
      Resources resources,
      Instances instances,
      Query query,
      SearchPlan plan,
      Endpoint.Sink sink) {
    this.api = api;
    this.resources = resources;
    this.instances = instances;
    this.query = query;
    this.plan = plan;
    this.matches = new Matches(query, sink);
  }

  /** Takes what Orthanc found at the level of the plan; returns false when no more are needed. */
  boolean take(Resource found) throws EndpointException {
    Optional<Dixel> match;
    try {
      match = match(found);
    } catch (EndpointException e) {
      if (e.reason() != Reason.NOT_FOUND) {
        throw e;
      }
      return true; // removed meanwhile
    }
    return match.isEmpty() || matches.take(match::get);
  }

  /** Empty when it does not match, or was found already, or is to be skipped. */
  private Optional<Dixel> match(Resource found) throws EndpointException {
    Map<DicomLevel, Resource> line = line(found);
    String id = line.get(query.level()).id();
    if (seen.contains(id)) {
      return Optional.empty();
    }
    DataSet tags = plan.readsToMatch() ? header(found) : tags(line, found.level());
    for (Computed attribute : plan.matched()) {
      attribute.add(tags, line.get(attribute.level()).id(), api, resources);
    }
    if (!query.matches(tags)) {
      return Optional.empty();
    }
    if (found.level() != query.level()) {
      seen.add(id);
    }
    return matches.skips() ? Optional.empty() : Optional.of(dixel(line, found, tags));
  }

  private Dixel dixel(Map<DicomLevel, Resource> line, Resource found, DataSet matched)
      throws EndpointException {
    Resource match = line.get(query.level());
    DataSet answer = tags(line, query.level());
    DataSet known = matched;
    for (int tag : plan.returned()) {
      Optional<Computed> computed =
          Computed.of(tag).filter(each -> !each.level().isBelow(query.level()));
      if (computed.isPresent()) {
        computed.get().add(answer, line.get(computed.get().level()).id(), api, resources);
      } else if (!answer.contains(tag)) {
        if (!known.contains(tag) && known == matched && !plan.readsToMatch() && isInObjects(tag)) {
          known = header(found);
        }
        known.get(tag).ifPresent(answer::put);
      }
    }
    Reference reference =
        Reference.of(query.level(), answer)
            .map(named -> named.withKey(match.id()))
            .orElseGet(() -> Reference.key(query.level(), match.id()));
    return Dixel.of(reference).tags(answer).build();
  }

  /** Attributes that are kept need not be looked for in the objects where they have none. */
  private boolean isInObjects(int tag) {
    boolean kept = MainTags.level(tag).filter(level -> !level.isBelow(plan.level())).isPresent();
    return !kept && Computed.of(tag).isEmpty();
  }

  /** What was found and all that it belongs to. */
  private Map<DicomLevel, Resource> line(Resource found) throws EndpointException {
    Map<DicomLevel, Resource> line = new LinkedHashMap<>();
    line.put(found.level(), found);
    Resource last = found;
    while (last.parent().isPresent()) {
      DicomLevel level = last.level().above().orElseThrow();
      String id = last.parent().get();
      // A study tells what is known of its patient
      boolean told = level == DicomLevel.PATIENT;
      Resource parent = above.get(id);
      if (parent == null) {
        parent =
            told ? new Resource(level, id, JsonValue.EMPTY_JSON_OBJECT) : resources.get(level, id);
        above.put(id, parent);
      }
      line.put(level, parent);
      if (told) {
        break;
      }
      last = parent;
    }
    return line;
  }

  /** The attributes of a level and those above. */
  private static DataSet tags(Map<DicomLevel, Resource> line, DicomLevel level) {
    DataSet tags = new DataSet();
    for (DicomLevel each : EnumSet.range(DicomLevel.PATIENT, level)) {
      line.get(each).addTags(tags);
    }
    if (level == DicomLevel.PATIENT && line.containsKey(DicomLevel.STUDY)) {
      line.get(DicomLevel.STUDY).addPatientTags(tags);
    }
    return tags;
  }

  /** The attributes of the object, or of the first of those that belong to what was found. */
  private DataSet header(Resource found) throws EndpointException {
    String id = found.id();
    if (found.level() != DicomLevel.INSTANCE) {
      List<Resource> parts = resources.parts(found.level(), id, DicomLevel.INSTANCE);
      if (parts.isEmpty()) {
        return new DataSet();
      }
      id = parts.get(0).id();
    }
    try {
      return instances.header(id);
    } catch (IOException e) {
      throw Reading.fault(String.valueOf(e.getMessage()), e);
    }
  }

  /** What was met last is likely to be met next. */
  private static final class Recent extends LinkedHashMap<String, Resource> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Resource> eldest) {
      return size() > REMEMBERED;
    }
  }
}
