package org.lucina.anonymizer.ps315.walk;

import java.util.Set;
import org.lucina.anonymizer.ps315.table.Act;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;

/**
 * What is done to attributes without a row in the table: by their VR, as its notes advise (PS3.15
 * E.1.1), and to some of which one knows better.
 */
final class Unlisted {
  /** Names of files and file-sets, what belongs to removed signatures, birth dates as text. */
  private static final Set<Integer> REMOVED =
      Set.of(
          Tag.FileSetID,
          Tag.FileSetDescriptorFileID,
          Tag.ReferencedFileID,
          Tag.MACParametersSequence,
          Tag.PatientBirthDateInAlternativeCalendar,
          Tag.PatientDeathDateInAlternativeCalendar,
          Tag.PatientAlternativeCalendar);

  /** UIDs that name no instance and nobody. */
  private static final Set<Integer> CLASSES =
      Set.of(
          Tag.SOPClassUID,
          Tag.RelatedGeneralSOPClassUID,
          Tag.OriginalSpecializedSOPClassUID,
          Tag.SOPClassesInStudy,
          Tag.CodingSchemeUID,
          Tag.ContextGroupExtensionCreatorUID,
          Tag.ContextUID,
          Tag.MappingResourceUID,
          Tag.StoredInstanceTransferSyntaxUID,
          Tag.ReferencedSOPClassUID,
          Tag.SOPClassesSupported,
          Tag.AvailableTransferSyntaxUID,
          Tag.FlowTransferSyntaxUID,
          Tag.MACCalculationTransferSyntaxUID,
          Tag.EncryptedContentTransferSyntaxUID,
          Tag.PertinentSOPClassesInStudy,
          Tag.PertinentSOPClassesInSeries,
          Tag.ReferencedSOPClassUIDInFile,
          Tag.ReferencedTransferSyntaxUIDInFile,
          Tag.ReferencedRelatedGeneralSOPClassUIDInFile);

  /** Text of which the standard says what it may be. */
  private static final Set<Integer> TERMS =
      Set.of(
          Tag.MIMETypeOfEncapsulatedDocument,
          Tag.ListOfMIMETypes,
          Tag.CodingSchemeDesignator,
          Tag.CodingSchemeVersion,
          Tag.CodingSchemeURL,
          Tag.URNCodeValue,
          Tag.DeidentificationMethod);

  private final Acts acts;
  private final boolean retainUids;
  private final Act ofTimes;

  Unlisted(Settings settings, Acts acts) {
    this.acts = acts;
    this.retainUids = settings.has(Option.RETAIN_UIDS);
    if (settings.has(Option.RETAIN_MODIFIED_DATES)) {
      this.ofTimes = Act.CLEAN;
    } else {
      this.ofTimes = settings.has(Option.RETAIN_FULL_DATES) ? Act.KEEP : Act.DUMMY;
    }
  }

  void apply(DataSet data, Element element, VR vr, Place place) throws AnonymizerException {
    int tag = element.tag();
    boolean unknown = vr == VR.UN && (Tags.isPrivate(tag) || Dictionary.find(tag).isEmpty());
    if (REMOVED.contains(tag)) {
      act(Act.REMOVE, data, element, vr, place, "unlisted");
    } else if (unknown && !element.value().isEmpty() && !Tags.isPrivate(tag)) {
      act(Act.REMOVE, data, element, vr, place, "unknown attribute");
    } else {
      byVr(data, element, vr, place);
    }
  }

  private void byVr(DataSet data, Element element, VR vr, Place place) throws AnonymizerException {
    int tag = element.tag();
    switch (vr) {
      case SQ -> act(Act.KEEP, data, element, vr, place, "");
      case UI -> {
        if (!retainUids && !CLASSES.contains(tag)) {
          act(Act.UID, data, element, vr, place, "VR UI");
        }
      }
      case DA, TM, DT -> {
        if (!element.value().isEmpty() && !act(ofTimes, data, element, vr, place, "VR " + vr)) {
          act(Act.DUMMY, data, element, vr, place, "VR " + vr);
        }
      }
      case PN -> {
        if (!element.value().isEmpty()) {
          act(Act.DUMMY, data, element, vr, place, "VR PN");
        }
      }
      case UR -> {
        boolean told = !element.value().isEmpty() && !Tags.isPrivate(tag);
        if (told && !TERMS.contains(tag)) {
          act(Act.DUMMY, data, element, vr, place, "VR UR"); // has UIDs, hosts, names of files
        }
      }
      case LO, SH, ST, LT, UT, UC -> {
        if (tag == Tag.TextValue && place.content().isPresent()) {
          content(place.content().get(), data, element, vr, place);
        } else if (!TERMS.contains(tag)) {
          acts.text(data, element, vr, place);
        }
      }
      default -> {
        // Numbers and codes: no rule asks for anything
      }
    }
  }

  /** Text of a content item, by its concept. */
  private void content(Act act, DataSet data, Element element, VR vr, Place place)
      throws AnonymizerException {
    String reason = "content item";
    if (!element.value().isEmpty() && !act(act, data, element, vr, place, reason)) {
      act(Act.DUMMY, data, element, vr, place, reason);
    }
  }

  private boolean act(Act act, DataSet data, Element element, VR vr, Place place, String reason)
      throws AnonymizerException {
    return acts.apply(act, data, element, vr, place, Tags.format(element.tag()), reason);
  }
}
