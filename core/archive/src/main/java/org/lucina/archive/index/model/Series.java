package org.lucina.archive.index.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.lucina.dicom.Tag;

/** A series; what the first object says of it stays, what it leaves open is filled in later. */
@Entity
@Table(name = "series")
public class Series {
  @Id private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "study_fk", nullable = false)
  private Study study;

  @Attribute(Tag.SeriesInstanceUID)
  @Column(name = "series_uid", length = 64)
  private String seriesUid;

  @Attribute(Tag.Modality)
  @Column(name = "modality", length = 16)
  private String modality;

  @Attribute(Tag.SeriesNumber)
  @Column(name = "series_number")
  private Integer seriesNumber;

  @Attribute(Tag.SeriesDescription)
  @Column(name = "description", length = 255)
  private String description;

  @Attribute(Tag.SeriesDate)
  @Column(name = "series_date", length = 16)
  private String seriesDate;

  @Attribute(Tag.SeriesTime)
  @Column(name = "series_time", length = 16)
  private String seriesTime;

  @Attribute(Tag.BodyPartExamined)
  @Column(name = "body_part", length = 64)
  private String bodyPart;

  @Attribute(Tag.Laterality)
  @Column(name = "laterality", length = 16)
  private String laterality;

  @Attribute(Tag.PatientPosition)
  @Column(name = "patient_position", length = 16)
  private String patientPosition;

  @Attribute(Tag.ProtocolName)
  @Column(name = "protocol_name", length = 255)
  private String protocolName;

  @Attribute(Tag.PerformingPhysicianName)
  @Column(name = "performing_physicians", length = 1024)
  private String performingPhysicians;

  @Attribute(Tag.OperatorsName)
  @Column(name = "operators", length = 1024)
  private String operators;

  @Attribute(Tag.Manufacturer)
  @Column(name = "manufacturer", length = 255)
  private String manufacturer;

  @Attribute(Tag.ManufacturerModelName)
  @Column(name = "model_name", length = 255)
  private String modelName;

  @Attribute(Tag.DeviceSerialNumber)
  @Column(name = "device_serial", length = 255)
  private String deviceSerial;

  @Attribute(Tag.SoftwareVersions)
  @Column(name = "software_versions", length = 1024)
  private String softwareVersions;

  @Attribute(Tag.StationName)
  @Column(name = "station_name", length = 64)
  private String stationName;

  @Attribute(Tag.InstitutionName)
  @Column(name = "institution", length = 255)
  private String institution;

  @Attribute(Tag.InstitutionalDepartmentName)
  @Column(name = "department", length = 255)
  private String department;

  @Attribute(Tag.FrameOfReferenceUID)
  @Column(name = "frame_of_reference", length = 64)
  private String frameOfReference;

  @Attribute(Tag.PerformedProcedureStepStartDate)
  @Column(name = "pps_start_date", length = 16)
  private String ppsStartDate;

  @Attribute(Tag.PerformedProcedureStepStartTime)
  @Column(name = "pps_start_time", length = 16)
  private String ppsStartTime;

  @Attribute(Tag.PerformedProcedureStepID)
  @Column(name = "pps_id", length = 64)
  private String ppsId;

  @Attribute(Tag.PerformedProcedureStepDescription)
  @Column(name = "pps_description", length = 255)
  private String ppsDescription;

  @Attribute(Tag.RequestAttributesSequence)
  @Column(name = "request_attributes", length = 10240)
  private String requestAttributes;

  @Attribute(Tag.ReferencedPerformedProcedureStepSequence)
  @Column(name = "referenced_pps", length = 4000)
  private String referencedPps;

  @Attribute(value = Tag.NumberOfSeriesRelatedInstances, derived = true)
  @Column(name = "num_instances", nullable = false)
  private Integer numInstances;
}
