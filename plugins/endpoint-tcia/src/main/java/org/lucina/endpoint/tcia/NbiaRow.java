package org.lucina.endpoint.tcia;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Turns the rows of NBIA, whose columns are mostly called as attributes are, into attributes. */
final class NbiaRow {
  private static final Map<String, Integer> COLUMNS =
      Map.ofEntries(
          Map.entry("patientid", Tag.PatientID),
          Map.entry("patientname", Tag.PatientName),
          Map.entry("patientsex", Tag.PatientSex),
          Map.entry("patientbirthdate", Tag.PatientBirthDate),
          Map.entry("patientage", Tag.PatientAge),
          Map.entry("studyinstanceuid", Tag.StudyInstanceUID),
          Map.entry("studydate", Tag.StudyDate),
          Map.entry("studydescription", Tag.StudyDescription),
          Map.entry("studyid", Tag.StudyID),
          Map.entry("seriesinstanceuid", Tag.SeriesInstanceUID),
          Map.entry("seriesdate", Tag.SeriesDate),
          Map.entry("seriesdescription", Tag.SeriesDescription),
          Map.entry("seriesnumber", Tag.SeriesNumber),
          Map.entry("modality", Tag.Modality),
          Map.entry("protocolname", Tag.ProtocolName),
          Map.entry("bodypartexamined", Tag.BodyPartExamined),
          Map.entry("manufacturer", Tag.Manufacturer),
          Map.entry("manufacturermodelname", Tag.ManufacturerModelName),
          Map.entry("sopinstanceuid", Tag.SOPInstanceUID));

  private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})([ T].*)?");

  private NbiaRow() {}

  /** Adds the attributes of a row. */
  static void addTo(DataSet tags, JsonObject row) {
    tags.set(Tag.SpecificCharacterSet, "ISO_IR 192");
    row.forEach(
        (column, cell) -> {
          Integer tag = COLUMNS.get(column.toLowerCase(Locale.ROOT));
          if (tag != null) {
            text(tag, cell).ifPresent(text -> tags.set(tag, text));
          }
        });
  }

  private static Optional<String> text(int tag, JsonValue cell) {
    String text =
        switch (cell.getValueType()) {
          case STRING -> ((JsonString) cell).getString().strip();
          case NUMBER -> cell.toString();
          default -> "";
        };
    if (Dictionary.vrOf(tag) == VR.DA) {
      Matcher day = DAY.matcher(text);
      text = day.matches() ? day.group(1) + day.group(2) + day.group(3) : text;
      return Optional.of(text).filter(date -> date.matches("[0-9]{8}"));
    }
    return Optional.of(text).filter(given -> !given.isEmpty());
  }
}
