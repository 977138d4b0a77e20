package org.lucina.archive.index.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.lucina.dicom.Tag;

/** A stored SOP instance: what is known of it and where it is. */
@Entity
@Table(name = "instance")
public class Instance {
  @Id private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "series_fk", nullable = false)
  private Series series;

  @Attribute(Tag.SOPInstanceUID)
  @Column(name = "sop_instance_uid", length = 64)
  private String sopInstanceUid;

  @Attribute(Tag.SOPClassUID)
  @Column(name = "sop_class_uid", length = 64)
  private String sopClassUid;

  @Attribute(Tag.InstanceNumber)
  @Column(name = "instance_number")
  private Integer instanceNumber;

  @Attribute(Tag.ContentDate)
  @Column(name = "content_date", length = 16)
  private String contentDate;

  @Attribute(Tag.ContentTime)
  @Column(name = "content_time", length = 16)
  private String contentTime;

  @Attribute(Tag.AcquisitionDate)
  @Column(name = "acquisition_date", length = 16)
  private String acquisitionDate;

  @Attribute(Tag.AcquisitionTime)
  @Column(name = "acquisition_time", length = 16)
  private String acquisitionTime;

  @Attribute(Tag.AcquisitionNumber)
  @Column(name = "acquisition_number")
  private Integer acquisitionNumber;

  @Attribute(Tag.InstanceCreationDate)
  @Column(name = "creation_date", length = 16)
  private String creationDate;

  @Attribute(Tag.InstanceCreationTime)
  @Column(name = "creation_time", length = 16)
  private String creationTime;

  @Attribute(Tag.ImageType)
  @Column(name = "image_type", length = 255)
  private String imageType;

  @Attribute(Tag.Rows)
  @Column(name = "pixel_rows")
  private Integer pixelRows;

  @Attribute(Tag.Columns)
  @Column(name = "pixel_columns")
  private Integer pixelColumns;

  @Attribute(Tag.BitsAllocated)
  @Column(name = "bits_allocated")
  private Integer bitsAllocated;

  @Attribute(Tag.BitsStored)
  @Column(name = "bits_stored")
  private Integer bitsStored;

  @Attribute(Tag.SamplesPerPixel)
  @Column(name = "samples_per_pixel")
  private Integer samplesPerPixel;

  @Attribute(Tag.PhotometricInterpretation)
  @Column(name = "photometric", length = 16)
  private String photometric;

  @Attribute(Tag.NumberOfFrames)
  @Column(name = "number_of_frames")
  private Integer numberOfFrames;

  @Attribute(Tag.ConceptNameCodeSequence)
  @Column(name = "concept_name", length = 4000)
  private String conceptName;

  @Attribute(Tag.CompletionFlag)
  @Column(name = "completion_flag", length = 16)
  private String completionFlag;

  @Attribute(Tag.VerificationFlag)
  @Column(name = "verification_flag", length = 16)
  private String verificationFlag;

  @Attribute(Tag.ContentLabel)
  @Column(name = "content_label", length = 64)
  private String contentLabel;

  @Attribute(Tag.ContentDescription)
  @Column(name = "content_description", length = 255)
  private String contentDescription;

  @Attribute(Tag.ContentCreatorName)
  @Column(name = "content_creator", length = 255)
  private String contentCreator;

  @Attribute(Tag.PresentationCreationDate)
  @Column(name = "presentation_date", length = 16)
  private String presentationDate;

  @Attribute(Tag.PresentationCreationTime)
  @Column(name = "presentation_time", length = 16)
  private String presentationTime;

  @Attribute(Tag.DocumentTitle)
  @Column(name = "document_title", length = 1024)
  private String documentTitle;

  @Attribute(value = Tag.AvailableTransferSyntaxUID, derived = true)
  @Column(name = "transfer_syntax_uid", nullable = false, length = 64)
  private String transferSyntaxUid;

  @Column(name = "storage", nullable = false, length = 64)
  private String storage;

  @Column(name = "location", nullable = false)
  private String location;

  @Column(name = "file_length", nullable = false)
  private long fileLength;

  @Column(name = "data_set_offset", nullable = false)
  private long dataSetOffset;

  @Column(name = "sha256", nullable = false, length = 64)
  private String sha256;

  @Column(name = "received", nullable = false)
  private Instant received;

  @Column(name = "source_ae", nullable = false, length = 64)
  private String sourceAe;

  @Column(name = "deidentified", nullable = false)
  private boolean deidentified;
}
