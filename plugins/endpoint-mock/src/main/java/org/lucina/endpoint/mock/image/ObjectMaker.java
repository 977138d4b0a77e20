package org.lucina.endpoint.mock.image;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.site.Device;
import org.lucina.endpoint.mock.site.Modality;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Patient;
import org.lucina.endpoint.mock.study.Picture;
import org.lucina.endpoint.mock.study.Series;
import org.lucina.endpoint.mock.study.Study;

/** Makes the attributes of instances, series and studies. */
public final class ObjectMaker {
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  private ObjectMaker() {}

  /** All attributes but the pixel data. */
  public static DataSet instance(Instance instance) {
    DataSet data = series(instance.study(), instance.series());
    LocalDateTime time = instance.time();
    data.set(Tag.SOPClassUID, instance.series().kind().sopClass());
    data.set(Tag.SOPInstanceUID, instance.uid());
    data.set(Tag.InstanceNumber, VR.IS, instance.number());
    data.set(Tag.InstanceCreationDate, DATE.format(time.toLocalDate()));
    data.set(Tag.InstanceCreationTime, TIME.format(time));
    data.set(Tag.ContentDate, DATE.format(time.toLocalDate()));
    data.set(Tag.ContentTime, TIME.format(time));
    Optional<Picture> picture = instance.series().kind().picture(instance);
    if (picture.isPresent()) {
      data.set(Tag.AcquisitionDate, DATE.format(time.toLocalDate()));
      data.set(Tag.AcquisitionTime, TIME.format(time));
      picture(picture.get(), data);
    }
    instance.series().kind().describe(instance, data);
    return data;
  }

  /** Attributes of a series and its study. */
  public static DataSet series(Study study, Series series) {
    DataSet data = study(study);
    data.set(Tag.Modality, modality(study, series));
    data.set(Tag.SeriesInstanceUID, series.uid());
    data.set(Tag.SeriesNumber, VR.IS, series.number());
    data.set(Tag.SeriesDescription, series.description());
    data.set(Tag.SeriesDate, DATE.format(series.start().toLocalDate()));
    data.set(Tag.SeriesTime, TIME.format(series.start()));
    data.set(Tag.ProtocolName, study.region() + " " + modality(study));
    data.set(Tag.BodyPartExamined, study.region().name());
    if (study.device().modality() != Modality.DX) {
      study.laterality().ifPresent(side -> data.set(Tag.Laterality, side));
    }
    equipment(study.device(), data);
    return data;
  }

  /** Attributes of a study and its patient. */
  public static DataSet study(Study study) {
    DataSet data = new DataSet();
    Patient patient = study.patient();
    LocalDate day = study.start().toLocalDate();
    data.set(Tag.PatientName, patient.name()).set(Tag.PatientID, patient.id());
    data.set(Tag.PatientBirthDate, DATE.format(patient.birthDate()));
    data.set(Tag.PatientSex, patient.sex()).set(Tag.PatientAge, age(patient, day));
    data.set(Tag.StudyInstanceUID, study.uid()).set(Tag.AccessionNumber, study.accession());
    data.set(Tag.StudyDate, DATE.format(day)).set(Tag.StudyTime, TIME.format(study.start()));
    data.set(Tag.StudyDescription, study.description());
    data.set(Tag.StudyID, VR.SH, study.number()).set(Tag.ReferringPhysicianName, "Mock^Referring");
    data.set(Tag.InstitutionName, study.device().site());
    return data;
  }

  private static String age(Patient patient, LocalDate day) {
    long years = Math.max(0, ChronoUnit.YEARS.between(patient.birthDate(), day));
    return String.format("%03dY", years);
  }

  /** Modality of a series. */
  public static String modality(Study study, Series series) {
    return series.kind() instanceof DoseReport ? "SR" : modality(study);
  }

  private static String modality(Study study) {
    return study.device().modality().name();
  }

  private static void equipment(Device device, DataSet data) {
    data.set(Tag.Manufacturer, "Mock Manufacturer");
    data.set(Tag.ManufacturerModelName, "Mock " + device.modality());
    data.set(Tag.StationName, device.station()).set(Tag.SoftwareVersions, "1.0");
    data.set(Tag.DeviceSerialNumber, String.format("%08X", (int) device.seed().value()));
  }

  private static void picture(Picture picture, DataSet data) {
    data.set(Tag.SamplesPerPixel, VR.US, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2");
    data.set(Tag.Rows, VR.US, picture.rows()).set(Tag.Columns, VR.US, picture.columns());
    data.set(Tag.BitsAllocated, VR.US, picture.sampleLength() * 8);
    data.set(Tag.BitsStored, VR.US, picture.bits()).set(Tag.HighBit, VR.US, picture.bits() - 1);
    data.set(Tag.PixelRepresentation, VR.US, picture.signed() ? 1 : 0);
    if (picture.frames() > 1) {
      data.set(Tag.NumberOfFrames, VR.IS, picture.frames());
    }
  }
}
