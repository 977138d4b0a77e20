package org.lucina.deid.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lucina.deid.text.Identifier.Kind;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/**
 * Which attributes identify, by their VR or by tag. They are those of PS3.15 Table E.1-1 whose
 * values are identifiers; descriptions, comments and codes are none.
 */
final class IdentifyingAttributes {
  private static final Map<Integer, Kind> KINDS = new HashMap<>();

  static {
    all(
        Kind.ID,
        Tag.PatientID,
        Tag.OtherPatientIDs,
        Tag.MedicalRecordLocator,
        Tag.InsurancePlanIdentification,
        Tag.MilitaryRank,
        Tag.AccessionNumber,
        Tag.StudyID,
        Tag.AdmissionID,
        Tag.ServiceEpisodeID,
        Tag.RequestedProcedureID,
        Tag.ScheduledProcedureStepID,
        Tag.PerformedProcedureStepID,
        Tag.FillerOrderNumberImagingServiceRequest,
        Tag.PlacerOrderNumberImagingServiceRequest,
        Tag.ClinicalTrialSubjectID,
        Tag.ClinicalTrialSubjectReadingID,
        Tag.SpecimenIdentifier,
        Tag.SpecimenAccessionNumber,
        Tag.ContainerIdentifier,
        Tag.SlideIdentifier);
    all(
        Kind.PHONE,
        Tag.PatientTelephoneNumbers,
        Tag.PatientTelecomInformation,
        Tag.ReferringPhysicianTelephoneNumbers,
        Tag.PersonTelephoneNumbers,
        Tag.PersonTelecomInformation,
        Tag.OrderCallbackPhoneNumber,
        Tag.OrderCallbackTelecomInformation,
        Tag.TelephoneNumberTrial);
    all(
        Kind.ADDRESS,
        Tag.PatientAddress,
        Tag.PersonAddress,
        Tag.ReferringPhysicianAddress,
        Tag.AddressTrial,
        Tag.InstitutionAddress,
        Tag.PatientInstitutionResidence,
        Tag.ScheduledPatientInstitutionResidence,
        Tag.CurrentPatientLocation);
    all(
        Kind.ORGANIZATION,
        Tag.InstitutionName,
        Tag.InstitutionalDepartmentName,
        Tag.ResponsibleOrganization,
        Tag.HumanPerformerOrganization,
        Tag.VerifyingOrganization,
        Tag.ClinicalTrialSiteName,
        Tag.ClinicalTrialCoordinatingCenterName);
    all(
        Kind.DEVICE,
        Tag.StationName,
        Tag.DeviceSerialNumber,
        Tag.PerformedStationName,
        Tag.ScheduledStationName,
        Tag.DetectorID,
        Tag.GantryID,
        Tag.PlateID,
        Tag.CassetteID,
        Tag.LensSerialNumber,
        Tag.SourceSerialNumber,
        Tag.UniqueDeviceIdentifier);
  }

  private IdentifyingAttributes() {}

  private static void all(Kind kind, int... tags) {
    for (int tag : tags) {
      KINDS.put(tag, kind);
    }
  }

  /** What the values of an attribute are. */
  static Optional<Kind> kindOf(int tag, VR vr) {
    return switch (vr) {
      case PN -> Optional.of(Kind.NAME);
      case DA, DT -> Optional.of(Kind.DATE);
      case UI -> Optional.of(Kind.UID);
      default -> Optional.ofNullable(KINDS.get(tag));
    };
  }
}
