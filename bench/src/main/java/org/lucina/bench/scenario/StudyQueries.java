package org.lucina.bench.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lucina.bench.scenario.StudyQuery.Key;
import org.lucina.dicom.testing.SyntheticStudies;
import org.lucina.dicom.testing.SyntheticStudy;

/**
 * Makes queries over a population of studies, several of each kind, whose answers are about as long
 * whatever the size of the population.
 */
final class StudyQueries {
  private static final int VARIANTS = 10;
  private static final int PAGE = 100;
  private static final int RANGE_MATCHES = 30;

  private final List<SyntheticStudy> studies;
  private final SplittableRandom random;

  StudyQueries(List<SyntheticStudy> studies, long seed) {
    this.studies = studies;
    this.random = new SplittableRandom(seed);
  }

  /** Queries that C-FIND and QIDO-RS are asked, by kind. */
  Map<String, List<StudyQuery>> matching() {
    Map<String, List<StudyQuery>> kinds = new LinkedHashMap<>();
    kinds.put("patient id", exact(Key.PatientID, SyntheticStudy::patientId));
    kinds.put("study UID", exact(Key.StudyInstanceUID, SyntheticStudy::uid));
    kinds.put("accession number", exact(Key.AccessionNumber, SyntheticStudy::accessionNumber));
    kinds.put("name wildcard", variants(this::byName));
    kinds.put("date range", variants(study -> byDate(study, RANGE_MATCHES)));
    kinds.put("modality and date range", variants(this::byModality));
    return kinds;
  }

  /** Queries for pages, which only QIDO-RS has, by kind. */
  Map<String, List<StudyQuery>> paging() {
    Map<String, List<StudyQuery>> kinds = new LinkedHashMap<>();
    kinds.put("first page of 100", List.of(page(0)));
    kinds.put("page of 100 in the middle", List.of(page(studies.size() / 2)));
    return kinds;
  }

  private List<StudyQuery> variants(Function<SyntheticStudy, StudyQuery> kind) {
    return IntStream.range(0, VARIANTS)
        .mapToObj(i -> kind.apply(studies.get(random.nextInt(studies.size()))))
        .toList();
  }

  private List<StudyQuery> exact(Key key, Function<SyntheticStudy, String> value) {
    return variants(
        study ->
            query(
                Map.of(key, value.apply(study)),
                other -> value.apply(other).equals(value.apply(study))));
  }

  private StudyQuery byName(SyntheticStudy study) {
    String family = study.familyName();
    return query(Map.of(Key.PatientName, family + "*"), other -> other.familyName().equals(family));
  }

  private StudyQuery byDate(SyntheticStudy study, int matches) {
    LocalDate last = lastDay(study, matches);
    return query(
        Map.of(Key.StudyDate, range(study.date(), last)),
        other -> other.between(study.date(), last));
  }

  private StudyQuery byModality(SyntheticStudy study) {
    LocalDate last = lastDay(study, RANGE_MATCHES * SyntheticStudies.modalities().size());
    Map<Key, String> keys = new LinkedHashMap<>();
    keys.put(Key.ModalitiesInStudy, study.modality());
    keys.put(Key.StudyDate, range(study.date(), last));
    return query(
        keys,
        other -> other.modality().equals(study.modality()) && other.between(study.date(), last));
  }

  private StudyQuery page(int offset) {
    int matches = Math.min(PAGE, studies.size() - offset);
    return new StudyQuery(Map.of(), Optional.of(PAGE), offset, matches, Set.of());
  }

  private StudyQuery query(Map<Key, String> keys, Predicate<SyntheticStudy> matching) {
    Set<String> uids =
        studies.stream().filter(matching).map(SyntheticStudy::uid).collect(Collectors.toSet());
    return new StudyQuery(keys, Optional.empty(), 0, uids.size(), uids);
  }

  /** The last day of a range that holds some number of studies. */
  private LocalDate lastDay(SyntheticStudy first, int matches) {
    long days = Math.max(1, (long) matches * SyntheticStudies.DAYS / studies.size());
    return first.date().plusDays(days - 1);
  }

  private static String range(LocalDate first, LocalDate last) {
    DateTimeFormatter format = DateTimeFormatter.BASIC_ISO_DATE;
    return first.format(format) + "-" + last.format(format);
  }
}
