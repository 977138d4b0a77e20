package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.index.IndexChange;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.database.Dialect;
import org.lucina.archive.index.read.RecordColumns;
import org.lucina.archive.index.read.Tombstones;
import org.lucina.archive.store.StoreOutcome.Kind;
import org.lucina.dicom.Tag;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** Indexes a batch of objects in one transaction with a number of statements that does not grow. */
final class BatchWriter {
  private static final String FIND =
      ("SELECT i.id, " + RecordColumns.SELECT + RecordColumns.FROM)
          + " WHERE i.sop_instance_uid = ANY(?)";

  private final Connection connection;
  private final Dialect dialect;
  private final IdBlock ids;
  private final BegunParents begun = new BegunParents();

  private record Existing(long id, InstanceRecord record) {}

  /**
   * What became of a candidate.
   *
   * @param outcome empty when the policy rejects it
   */
  record Result(Optional<IndexOutcome> outcome) {

    /** Whether the candidate is in the index now that was not before. */
    boolean isAdded() {
      return outcome
          .filter(what -> what.kind() == Kind.STORED || what.kind() == Kind.REPLACED)
          .isPresent();
    }

    /** The record that the candidate took the place of. */
    Optional<InstanceRecord> replaced() {
      return outcome.filter(what -> what.kind() == Kind.REPLACED).flatMap(IndexOutcome::superseded);
    }
  }

  BatchWriter(Connection connection, Dialect dialect, IdBlock ids) {
    this.connection = connection;
    this.dialect = dialect;
    this.ids = ids;
  }

  /**
   * Indexes the candidates.
   *
   * @return what became of each
   */
  Map<Candidate, Result> write(List<Candidate> candidates) throws SQLException {
    Map<Candidate, Result> outcomes = new IdentityHashMap<>();
    List<Candidate> rest = candidates;
    while (!rest.isEmpty()) {
      Set<String> uids = new HashSet<>();
      List<Candidate> round = new ArrayList<>();
      List<Candidate> later = new ArrayList<>();
      for (Candidate candidate : rest) {
        (uids.add(candidate.record().sopInstance()) ? round : later).add(candidate);
      }
      writeDistinct(round, outcomes);
      rest = later;
    }
    return outcomes;
  }

  /** Studies and series that were made for the candidates. */
  IndexChange.Parents begun() {
    return begun.all();
  }

  private void writeDistinct(List<Candidate> candidates, Map<Candidate, Result> outcomes)
      throws SQLException {
    Map<String, Existing> existing = find(candidates);
    List<Candidate> added = new ArrayList<>();
    List<Existing> replaced = new ArrayList<>();
    List<Long> deidentified = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Existing other = existing.get(candidate.record().sopInstance());
      if (other == null) {
        outcomes.put(candidate, outcome(Kind.STORED, null));
        added.add(candidate);
      } else if (other.record().sha256().equals(candidate.record().sha256())) {
        outcomes.put(candidate, sameOutcome(other.record(), candidate.record()));
        if (candidate.deidentified()) {
          deidentified.add(other.id());
        }
      } else if (candidate.policy() == Duplicates.REPLACE) {
        outcomes.put(candidate, outcome(Kind.REPLACED, other.record()));
        added.add(candidate);
        replaced.add(other);
      } else {
        boolean keep = candidate.policy() == Duplicates.KEEP;
        outcomes.put(
            candidate,
            keep ? outcome(Kind.KEPT_OTHER, candidate.record()) : new Result(Optional.empty()));
      }
    }
    if (!deidentified.isEmpty()) {
      new DeidentifiedMarks(new RowIds(connection, dialect)).mark(deidentified);
    }
    if (!replaced.isEmpty()) {
      new Removal(connection, dialect)
          .remove(
              replaced.stream().map(Existing::id).toList(),
              replaced.stream().map(Existing::record).toList());
    }
    if (!added.isEmpty()) {
      add(added);
    }
  }

  /** A commit whose answer was lost is tried again: then the object at that location is itself. */
  private static Result sameOutcome(InstanceRecord there, InstanceRecord added) {
    boolean itself =
        there.storage().equals(added.storage()) && there.location().equals(added.location());
    return itself ? outcome(Kind.STORED, null) : outcome(Kind.SAME, added);
  }

  private static Result outcome(Kind kind, InstanceRecord superseded) {
    return new Result(Optional.of(new IndexOutcome(kind, Optional.ofNullable(superseded))));
  }

  private Map<String, Existing> find(List<Candidate> candidates) throws SQLException {
    Object[] uids = candidates.stream().map(each -> each.record().sopInstance()).toArray();
    Map<String, Existing> existing = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setArray(1, connection.createArrayOf("varchar", uids));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          InstanceRecord record = RecordColumns.read(result, 2);
          existing.put(record.sopInstance(), new Existing(result.getLong(1), record));
        }
      }
    }
    return existing;
  }

  private void add(List<Candidate> candidates) throws SQLException {
    SearchTerms terms = new SearchTerms();
    ParentRows parents = new ParentRows(connection, dialect, ids);
    InstanceWriter instances = new InstanceWriter(connection, terms);
    parents.load(candidates);
    for (Candidate candidate : candidates) {
      ParentRow series = parents.seriesOf(candidate);
      ParentRow study = series.parent();
      ParentRow patient = study.parent();
      if (parents.patients().get(candidate.patientKey()) == patient) {
        patient.fill(candidate.patient());
      }
      study.fill(candidate.study());
      series.fill(candidate.series());
      begun.added(candidate.record(), series);
      series.addInstance();
      study.addInstance();
      patient.addInstance();
      patient.deidentified(candidate.deidentified());
      study.modalities(series.values().text(Tag.Modality));
      study.sopClasses(candidate.record().sopClass());
      instances.add(ids.next(connection), series, candidate);
    }
    new ParentWriter(connection, terms).write(parents);
    instances.insert();
    terms.insert(connection);
    new Tombstones(connection).reused(candidates.stream().map(Candidate::record).toList());
  }
}
