package org.lucina.endpoint.mock.image;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;

/**
 * What is injected before emission is measured.
 *
 * @param agent radiopharmaceutical
 * @param nuclide radionuclide
 * @param halfLife in seconds
 * @param dose in units of the modality: Bq for PET, MBq for nuclear medicine
 */
record Tracer(Code agent, Code nuclide, int halfLife, int dose) {
  static final Tracer GLUCOSE =
      new Tracer(
          Code.snomed("35321007", "Fluorodeoxyglucose F^18^"),
          Code.snomed("77004003", "^18^Fluorine"),
          6586,
          350_000_000);
  static final Tracer DIPHOSPHONATE =
      new Tracer(
          Code.snomed("418188002", "Technetium Tc^99m^ medronate"),
          Code.snomed("72454009", "^99m^Technetium"),
          21_624,
          600);

  private static final Code INTRAVENOUS = Code.snomed("47625008", "Intravenous route");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  /** Sets the sequence that tells of it, given an hour before the study. */
  void describe(Instance instance, DataSet data) {
    DataSet item = new DataSet();
    item.set(Tag.Radiopharmaceutical, agent.meaning());
    item.set(Tag.RadiopharmaceuticalRoute, INTRAVENOUS.meaning());
    item.set(Tag.RadiopharmaceuticalStartTime, TIME.format(instance.study().start().minusHours(1)));
    item.set(Tag.RadionuclideTotalDose, VR.DS, dose);
    item.set(Tag.RadionuclideHalfLife, VR.DS, halfLife);
    item.set(Tag.RadionuclidePositronFraction, "0.97");
    item.set(Tag.RadionuclideCodeSequence, nuclide.items());
    item.set(Tag.RadiopharmaceuticalCodeSequence, agent.items());
    item.set(Tag.AdministrationRouteCodeSequence, INTRAVENOUS.items());
    data.set(Tag.RadiopharmaceuticalInformationSequence, List.of(item));
    DataSet recumbent = Code.snomed("102538003", "recumbent").item();
    DataSet supine = Code.snomed("40199007", "supine").item();
    recumbent.set(Tag.PatientOrientationModifierCodeSequence, List.of(supine));
    data.set(Tag.PatientOrientationCodeSequence, List.of(recumbent));
    data.set(
        Tag.PatientGantryRelationshipCodeSequence, Code.snomed("102540008", "headfirst").items());
  }
}
