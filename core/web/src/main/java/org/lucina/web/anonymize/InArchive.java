package org.lucina.web.anonymize;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.anonymize.AnonymizedStudy;
import org.lucina.archive.anonymize.StudyAnonymizing;
import org.lucina.archive.endpoint.ArchiveEndpoint;
import org.lucina.archive.job.JobException;
import org.lucina.archive.job.Jobs;
import org.lucina.archive.report.Reports;
import org.lucina.archive.report.RunRecord;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.server.LucinaServer;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Anonymizes studies of the archive within it: few instances at once, many by a job. */
@Dependent
public class InArchive {
  /** Studies of one request at most. */
  static final int MOST_STUDIES = 1_000;

  private static final int MOST_AT_ONCE = 200;

  private final LucinaServer server;
  private final ArchiveEndpoint archive;
  private final Jobs jobs;
  private final AuditTrail audit;

  /** Anonymizes in the archive of a server. */
  @Inject
  public InArchive(LucinaServer server, ArchiveEndpoint archive, Jobs jobs, AuditTrail audit) {
    this.server = server;
    this.archive = archive;
    this.jobs = jobs;
    this.audit = audit;
  }

  /** Whether studies have too many instances to wait for; 404 when one is not there. */
  boolean areLarge(List<String> studies) {
    int[] instances = {0};
    try {
      for (String study : studies) {
        if (!archive.exists(Reference.study(study))) {
          throw new ProblemException(Fault.NOT_FOUND, "There is no study " + study + ".");
        }
        archive.expand(
            Reference.study(study),
            DicomLevel.INSTANCE,
            instance -> ++instances[0] <= MOST_AT_ONCE);
      }
    } catch (EndpointException e) {
      throw EndpointFaults.of(e);
    }
    return instances[0] > MOST_AT_ONCE;
  }

  /** Starts a job that anonymizes studies, and answers what may be shown of it. */
  JsonObject start(String anonymizer, List<String> studies, Requestor requestor)
      throws IOException {
    JsonObject definition =
        Json.createObjectBuilder()
            .add("type", "collect")
            .add("anonymizer", anonymizer)
            .add("key-file", true)
            .add(
                "worklist",
                Json.createObjectBuilder().add("study-uids", Json.createArrayBuilder(studies)))
            .build();
    try {
      return jobs.start(definition, requestor.name());
    } catch (JobException e) {
      throw new ProblemException(Fault.CONFLICT, e.getMessage(), e);
    }
  }

  /** Anonymizes studies now; what was stored remains when it fails. */
  JsonObject anonymize(
      String name, Anonymizer anonymizer, List<String> studies, Requestor requestor)
      throws IOException {
    Reports reports = new Reports(server.home().resolve("reports"));
    RunRecord record =
        new RunRecord(
            Optional.of(reports.report(reports.folder("requests"), name)), Optional.empty());
    StudyAnonymizing anonymizing = new StudyAnonymizing(archive, anonymizer, record);
    JsonArrayBuilder done = Json.createArrayBuilder();
    for (String study : studies) {
      done.add(shown(anonymized(anonymizing, study, name, requestor)));
    }
    return Json.createObjectBuilder().add("anonymizer", name).add("studies", done).build();
  }

  private AnonymizedStudy anonymized(
      StudyAnonymizing anonymizing, String study, String name, Requestor requestor)
      throws IOException {
    try {
      AnonymizedStudy result = anonymizing.anonymize(study);
      audit.record(
          AuditTrail.Event.STORE,
          requestor,
          result.result().stream().toList(),
          result.instances(),
          true,
          "by anonymizer " + name);
      return result;
    } catch (EndpointException e) {
      throw EndpointFaults.of(e);
    } catch (AnonymizerException e) {
      throw new ProblemException(Fault.UNAVAILABLE, e.getMessage(), e);
    }
  }

  private static JsonObjectBuilder shown(AnonymizedStudy study) {
    JsonObjectBuilder shown = Json.createObjectBuilder().add("studyInstanceUID", study.original());
    study.result().ifPresent(uid -> shown.add("result", uid));
    JsonArrayBuilder refused = Json.createArrayBuilder();
    for (AnonymizedStudy.Refused each : study.refused()) {
      refused.add(
          Json.createObjectBuilder()
              .add("sopInstanceUID", each.instance())
              .add("reason", each.refusal().reason().name().toLowerCase(Locale.ROOT))
              .add("message", String.valueOf(each.refusal().message())));
    }
    return shown
        .add("instances", Json.createArrayBuilder(study.instances()))
        .add("refused", refused);
  }
}
