package org.lucina.endpoint.montage;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDate;
import org.lucina.spi.endpoint.EndpointException;

/**
 * What a result of a search tells of a study. The last of its events is the reading, and the one
 * before that the examination; the first is the order.
 *
 * @param result as Montage has it
 */
record StudyForm(JsonObject result) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

  /** The identifier by which it is found again. */
  String accessionNumber() {
    return text(result, "accession_number").orElse("");
  }

  /** The report, as plain text. */
  String report() {
    return ReportText.plain(text(result, "text").orElse(""));
  }

  /** Its attributes. */
  DataSet tags() {
    JsonObject exam = part(result, "exam_type");
    DataSet tags = new DataSet().set(Tag.SpecificCharacterSet, "ISO_IR 192");
    set(tags, Tag.AccessionNumber, text(result, "accession_number"));
    set(tags, Tag.PatientID, text(result, "patient_mrn"));
    set(tags, Tag.PatientName, name());
    set(tags, Tag.PatientSex, text(result, "patient_sex").map(sex -> sex.substring(0, 1)));
    set(tags, Tag.PatientAge, text(result, "patient_age").flatMap(StudyForm::age));
    set(tags, Tag.StudyDescription, text(exam, "description"));
    set(tags, Tag.InstitutionName, text(part(result, "organization"), "label"));
    set(tags, Tag.ReferringPhysicianName, provider(0));
    set(tags, Tag.NameOfPhysiciansReadingStudy, provider(events().size() - 1));
    Optional<String> modality = text(part(exam, "modality"), "label");
    set(tags, Tag.Modality, modality);
    set(tags, Tag.ModalitiesInStudy, modality);
    studyTime()
        .ifPresent(
            time -> {
              tags.set(Tag.StudyDate, DicomDate.format(time.toLocalDate()));
              tags.set(Tag.StudyTime, TIME.format(time));
            });
    return tags;
  }

  /** What Montage knows besides. */
  Map<String, String> metadata() throws EndpointException {
    Map<String, String> metadata = new LinkedHashMap<>();
    text(part(result, "exam_type"), "code").ifPresent(code -> metadata.put("OrderCode", code));
    text(result, "patient_status").ifPresent(status -> metadata.put("PatientStatus", status));
    metadata.put("MontageCPTCodes", String.join(",", codes()));
    return metadata;
  }

  /** Montage's numbers of its procedure codes. */
  List<String> codes() throws EndpointException {
    List<String> numbers = new ArrayList<>();
    if (part(result, "exam_type").get("cpts") instanceof JsonArray paths) {
      for (JsonString path : paths.getValuesAs(JsonString.class)) {
        numbers.add(Codes.number(path.getString()));
      }
    }
    return numbers;
  }

  private Optional<String> name() {
    Optional<String> family = text(result, "patient_last_name");
    Optional<String> given = text(result, "patient_first_name");
    if (family.isEmpty() && given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of((family.orElse("") + "^" + given.orElse("")).toUpperCase(Locale.ROOT));
  }

  private Optional<LocalDateTime> studyTime() {
    int last = events().size() - 1;
    return event(last > 0 ? last - 1 : last)
        .flatMap(event -> text(event, "date"))
        .flatMap(StudyForm::time);
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      String local = text.length() > 19 ? text.substring(0, 19) : text;
      return Optional.of(LocalDateTime.parse(local.replace(' ', 'T')));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  private static Optional<String> age(String years) {
    return years.matches("\\d{1,3}")
        ? Optional.of(String.format("%03dY", Integer.parseInt(years)))
        : Optional.empty();
  }

  private Optional<String> provider(int event) {
    return event(event).flatMap(each -> text(part(each, "provider"), "name"));
  }

  private Optional<JsonObject> event(int number) {
    JsonArray events = events();
    return number >= 0 && number < events.size() && events.get(number) instanceof JsonObject event
        ? Optional.of(event)
        : Optional.empty();
  }

  private JsonArray events() {
    return result.get("events") instanceof JsonArray events ? events : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static JsonObject part(JsonObject whole, String name) {
    return whole.get(name) instanceof JsonObject part ? part : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static Optional<String> text(JsonObject object, String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    String text =
        switch (value.getValueType()) {
          case STRING -> ((JsonString) value).getString();
          case NUMBER -> value.toString();
          default -> "";
        };
    return Optional.of(text).filter(known -> !known.isBlank());
  }

  private static void set(DataSet tags, int tag, Optional<String> value) {
    value.ifPresent(text -> tags.set(tag, text.strip()));
  }
}
