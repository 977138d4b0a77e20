package org.lucina.deid.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.deid.text.Identifier.Kind;
import org.lucina.dicom.Dictionary;
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

  /** UIDs of schemes, registries and software. */
  private static final Set<Integer> SCHEMES =
      Set.of(
          Tag.CodingSchemeUID,
          Tag.ContextGroupExtensionCreatorUID,
          Tag.ContextUID,
          Tag.MappingResourceUID,
          Tag.CreatorVersionUID,
          Tag.PrivateInformationCreatorUID,
          Tag.SegmentationTemplateUID,
          Tag.RetrieveLocationUID,
          Tag.RepositoryUniqueID,
          Tag.HomeCommunityID);

  private IdentifyingAttributes() {}

  private static void all(Kind kind, int... tags) {
    for (int tag : tags) {
      KINDS.put(tag, kind);
    }
  }

  /** Whether a UID is one of a class, a syntax or a coding scheme, be it registered or not. */
  private static boolean isOfStandard(int tag) {
    String keyword = Dictionary.find(tag).map(Dictionary.Entry::keyword).orElse("");
    return keyword.contains("ClassUID")
        || keyword.contains("SOPClasses")
        || keyword.contains("TransferSyntax")
        || SCHEMES.contains(tag);
  }

  /** What the values of an attribute are. */
  static Optional<Kind> kindOf(int tag, VR vr) {
    return switch (vr) {
      case PN -> Optional.of(Kind.NAME);
      case DA, DT -> Optional.of(Kind.DATE);
      case UI -> isOfStandard(tag) ? Optional.empty() : Optional.of(Kind.UID);
      default -> Optional.ofNullable(KINDS.get(tag));
    };
  }
}
