package org.lucina.archive.index.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.lucina.dicom.Tag;

/**
 * A patient as keyed by Patient ID and Issuer of Patient ID; objects without Patient ID make a
 * patient for each study. What the first object says stays; what it leaves open is filled in later.
 */
@Entity
@Table(name = "patient")
public class Patient {
  @Id private Long id;

  @Column(name = "patient_key", nullable = false)
  private String patientKey;

  @Column(name = "sort_name", nullable = false)
  private String sortName;

  @Attribute(Tag.PatientName)
  @Column(name = "name", length = 255)
  private String name;

  @Attribute(Tag.PatientID)
  @Column(name = "patient_id", length = 255)
  private String patientId;

  @Attribute(Tag.IssuerOfPatientID)
  @Column(name = "issuer", length = 255)
  private String issuer;

  @Attribute(Tag.TypeOfPatientID)
  @Column(name = "id_type", length = 64)
  private String idType;

  @Attribute(Tag.IssuerOfPatientIDQualifiersSequence)
  @Column(name = "issuer_qualifiers", length = 4000)
  private String issuerQualifiers;

  @Attribute(Tag.OtherPatientIDsSequence)
  @Column(name = "other_ids", length = 4000)
  private String otherIds;

  @Attribute(Tag.PatientBirthDate)
  @Column(name = "birth_date", length = 16)
  private String birthDate;

  @Attribute(Tag.PatientBirthTime)
  @Column(name = "birth_time", length = 16)
  private String birthTime;

  @Attribute(Tag.PatientSex)
  @Column(name = "sex", length = 16)
  private String sex;

  @Attribute(Tag.OtherPatientIDs)
  @Column(name = "other_patient_ids", length = 1024)
  private String otherPatientIds;

  @Attribute(Tag.OtherPatientNames)
  @Column(name = "other_names", length = 1024)
  private String otherNames;

  @Attribute(Tag.EthnicGroup)
  @Column(name = "ethnic_group", length = 64)
  private String ethnicGroup;

  @Attribute(Tag.PatientComments)
  @Column(name = "comments", length = 10240)
  private String comments;

  @Attribute(value = Tag.NumberOfPatientRelatedStudies, derived = true)
  @Column(name = "num_studies", nullable = false)
  private Integer numStudies;

  @Attribute(value = Tag.NumberOfPatientRelatedSeries, derived = true)
  @Column(name = "num_series", nullable = false)
  private Integer numSeries;

  @Attribute(value = Tag.NumberOfPatientRelatedInstances, derived = true)
  @Column(name = "num_instances", nullable = false)
  private Integer numInstances;

  @Column(name = "deidentified", nullable = false)
  private boolean deidentified;
}
