package org.lucina.archive.index.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.lucina.dicom.Tag;

/** A study; what the first object says of it stays, what it leaves open is filled in later. */
@Entity
@Table(name = "study")
public class Study {
  @Id private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "patient_fk", nullable = false)
  private Patient patient;

  @Column(name = "sort_key", nullable = false, length = 32)
  private String sortKey;

  @Attribute(Tag.StudyInstanceUID)
  @Column(name = "study_uid", length = 64)
  private String studyUid;

  @Attribute(Tag.StudyDate)
  @Column(name = "study_date", length = 16)
  private String studyDate;

  @Attribute(Tag.StudyTime)
  @Column(name = "study_time", length = 16)
  private String studyTime;

  @Attribute(Tag.AccessionNumber)
  @Column(name = "accession_number", length = 64)
  private String accessionNumber;

  @Attribute(Tag.IssuerOfAccessionNumberSequence)
  @Column(name = "accession_issuer", length = 4000)
  private String accessionIssuer;

  @Attribute(Tag.StudyID)
  @Column(name = "study_id", length = 64)
  private String studyId;

  @Attribute(Tag.StudyDescription)
  @Column(name = "description", length = 255)
  private String description;

  @Attribute(Tag.ReferringPhysicianName)
  @Column(name = "referring_physician", length = 255)
  private String referringPhysician;

  @Attribute(Tag.PhysiciansOfRecord)
  @Column(name = "physicians_of_record", length = 1024)
  private String physiciansOfRecord;

  @Attribute(Tag.NameOfPhysiciansReadingStudy)
  @Column(name = "reading_physicians", length = 1024)
  private String readingPhysicians;

  @Attribute(Tag.AdmittingDiagnosesDescription)
  @Column(name = "admitting_diagnoses", length = 1024)
  private String admittingDiagnoses;

  @Attribute(Tag.ProcedureCodeSequence)
  @Column(name = "procedure_codes", length = 4000)
  private String procedureCodes;

  @Attribute(Tag.ReferencedStudySequence)
  @Column(name = "referenced_studies", length = 4000)
  private String referencedStudies;

  @Attribute(Tag.PatientAge)
  @Column(name = "patient_age", length = 16)
  private String patientAge;

  @Attribute(Tag.PatientSize)
  @Column(name = "patient_size", length = 16)
  private String patientSize;

  @Attribute(Tag.PatientWeight)
  @Column(name = "patient_weight", length = 16)
  private String patientWeight;

  @Attribute(Tag.Occupation)
  @Column(name = "occupation", length = 64)
  private String occupation;

  @Attribute(Tag.AdditionalPatientHistory)
  @Column(name = "patient_history", length = 10240)
  private String patientHistory;

  @Attribute(Tag.OtherStudyNumbers)
  @Column(name = "other_study_numbers", length = 255)
  private String otherStudyNumbers;

  @Attribute(Tag.TimezoneOffsetFromUTC)
  @Column(name = "tz_offset", length = 16)
  private String tzOffset;

  @Attribute(value = Tag.ModalitiesInStudy, derived = true)
  @Column(name = "modalities", nullable = false, length = 1024)
  private String modalities;

  @Attribute(value = Tag.SOPClassesInStudy, derived = true)
  @Column(name = "sop_classes", nullable = false, length = 4000)
  private String sopClasses;

  @Attribute(value = Tag.NumberOfStudyRelatedSeries, derived = true)
  @Column(name = "num_series", nullable = false)
  private Integer numSeries;

  @Attribute(value = Tag.NumberOfStudyRelatedInstances, derived = true)
  @Column(name = "num_instances", nullable = false)
  private Integer numInstances;
}
