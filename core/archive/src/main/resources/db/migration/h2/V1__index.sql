-- Patients, studies, series and instances of the archive (PS3.3 C.7, PS3.4 C.6), by attribute.
-- Text is kept trimmed and decoded; several values of one attribute are joined by backslashes.

-- Identifiers of all tables come from one sequence, so that owner_id below names one row.
CREATE SEQUENCE lucina_id START WITH 1 INCREMENT BY 500;

CREATE TABLE patient (
  id bigint NOT NULL PRIMARY KEY,
  -- patient id and issuer, or the study's UID where a patient id is missing
  patient_key varchar(255) NOT NULL,
  sort_name varchar(255) NOT NULL,
  name varchar(255),
  patient_id varchar(255),
  issuer varchar(255),
  id_type varchar(64),
  issuer_qualifiers varchar(4000),
  other_ids varchar(4000),
  birth_date varchar(16),
  birth_time varchar(16),
  sex varchar(16),
  other_patient_ids varchar(1024),
  other_names varchar(1024),
  ethnic_group varchar(64),
  comments varchar(10240),
  num_studies integer NOT NULL,
  num_series integer NOT NULL,
  num_instances integer NOT NULL,
  -- true only as long as each instance that ever came was put out by an anonymizer
  deidentified boolean NOT NULL,
  CONSTRAINT patient_key_unique UNIQUE (patient_key)
);
CREATE INDEX patient_by_id ON patient (patient_id);
CREATE INDEX patient_by_name ON patient (sort_name, id);
CREATE INDEX patient_by_birth_date ON patient (birth_date);

CREATE TABLE study (
  id bigint NOT NULL PRIMARY KEY,
  patient_fk bigint NOT NULL REFERENCES patient (id),
  -- study date and time, empty where unknown: newest first is the order of answers
  sort_key varchar(32) NOT NULL,
  study_uid varchar(64) NOT NULL,
  study_date varchar(16),
  study_time varchar(16),
  accession_number varchar(64),
  accession_issuer varchar(4000),
  study_id varchar(64),
  description varchar(255),
  referring_physician varchar(255),
  physicians_of_record varchar(1024),
  reading_physicians varchar(1024),
  admitting_diagnoses varchar(1024),
  procedure_codes varchar(4000),
  referenced_studies varchar(4000),
  patient_age varchar(16),
  patient_size varchar(16),
  patient_weight varchar(16),
  occupation varchar(64),
  patient_history varchar(10240),
  other_study_numbers varchar(255),
  tz_offset varchar(16),
  modalities varchar(1024) NOT NULL,
  sop_classes varchar(4000) NOT NULL,
  num_series integer NOT NULL,
  num_instances integer NOT NULL,
  CONSTRAINT study_uid_unique UNIQUE (study_uid)
);
CREATE INDEX study_by_patient ON study (patient_fk);
CREATE INDEX study_by_age ON study (sort_key DESC, id DESC);
CREATE INDEX study_by_accession_number ON study (accession_number);

CREATE TABLE series (
  id bigint NOT NULL PRIMARY KEY,
  study_fk bigint NOT NULL REFERENCES study (id),
  series_uid varchar(64) NOT NULL,
  modality varchar(16),
  series_number integer,
  description varchar(255),
  series_date varchar(16),
  series_time varchar(16),
  body_part varchar(64),
  laterality varchar(16),
  patient_position varchar(16),
  protocol_name varchar(255),
  performing_physicians varchar(1024),
  operators varchar(1024),
  manufacturer varchar(255),
  model_name varchar(255),
  device_serial varchar(255),
  software_versions varchar(1024),
  station_name varchar(64),
  institution varchar(255),
  department varchar(255),
  frame_of_reference varchar(64),
  pps_start_date varchar(16),
  pps_start_time varchar(16),
  pps_id varchar(64),
  pps_description varchar(255),
  request_attributes varchar(10240),
  referenced_pps varchar(4000),
  num_instances integer NOT NULL,
  CONSTRAINT series_uid_unique UNIQUE (study_fk, series_uid)
);
CREATE INDEX series_by_uid ON series (series_uid);
CREATE INDEX series_by_modality ON series (modality, study_fk);
CREATE INDEX series_by_pps_start ON series (pps_start_date);

CREATE TABLE instance (
  id bigint NOT NULL PRIMARY KEY,
  series_fk bigint NOT NULL REFERENCES series (id),
  sop_instance_uid varchar(64) NOT NULL,
  sop_class_uid varchar(64),
  instance_number integer,
  content_date varchar(16),
  content_time varchar(16),
  acquisition_date varchar(16),
  acquisition_time varchar(16),
  acquisition_number integer,
  creation_date varchar(16),
  creation_time varchar(16),
  image_type varchar(255),
  pixel_rows integer,
  pixel_columns integer,
  bits_allocated integer,
  bits_stored integer,
  samples_per_pixel integer,
  photometric varchar(16),
  number_of_frames integer,
  concept_name varchar(4000),
  completion_flag varchar(16),
  verification_flag varchar(16),
  content_label varchar(64),
  content_description varchar(255),
  content_creator varchar(255),
  presentation_date varchar(16),
  presentation_time varchar(16),
  document_title varchar(1024),
  transfer_syntax_uid varchar(64) NOT NULL,
  storage varchar(64) NOT NULL,
  location varchar(255) NOT NULL,
  file_length bigint NOT NULL,
  data_set_offset bigint NOT NULL,
  sha256 varchar(64) NOT NULL,
  data_set_sha256 varchar(64) NOT NULL,
  received timestamp(9) with time zone NOT NULL,
  source_ae varchar(64) NOT NULL,
  deidentified boolean NOT NULL,
  CONSTRAINT sop_instance_uid_unique UNIQUE (sop_instance_uid)
);
CREATE INDEX instance_by_series ON instance (series_fk);
CREATE INDEX instance_by_location ON instance (location);

-- The header as deflated DICOM JSON, in parts of 1,000,000 bytes at most.
CREATE TABLE instance_header (
  instance_id bigint NOT NULL REFERENCES instance (id),
  part integer NOT NULL,
  content varbinary(1000000) NOT NULL,
  PRIMARY KEY (instance_id, part)
);

-- Where the frames are, in parts of 1,000,000 bytes at most.
CREATE TABLE frame_index (
  instance_id bigint NOT NULL REFERENCES instance (id),
  part integer NOT NULL,
  content varbinary(1000000) NOT NULL,
  PRIMARY KEY (instance_id, part)
);

-- Component groups (1 alphabetic, 2 ideographic, 3 phonetic) of the person names of a patient,
-- study, series or instance, upper-cased.
CREATE TABLE person_name (
  owner_id bigint NOT NULL,
  tag integer NOT NULL,
  component_group integer NOT NULL,
  name varchar(255) NOT NULL
);
CREATE INDEX person_name_by_name ON person_name (tag, name, owner_id);
CREATE INDEX person_name_by_owner ON person_name (owner_id, tag, name);

-- Words of these names without accents, and how they sound, for fuzzy matching.
CREATE TABLE name_word (
  owner_id bigint NOT NULL,
  tag integer NOT NULL,
  word varchar(64) NOT NULL,
  sound varchar(64) NOT NULL
);
CREATE INDEX name_word_by_sound ON name_word (tag, sound, owner_id);
CREATE INDEX name_word_by_word ON name_word (tag, word, owner_id);
CREATE INDEX name_word_by_owner ON name_word (owner_id, tag, sound);

-- Attributes of sequence items of a patient, study, series or instance, for sequence matching.
CREATE TABLE sequence_item (
  owner_id bigint NOT NULL,
  sequence_tag integer NOT NULL,
  item integer NOT NULL,
  tag integer NOT NULL,
  content varchar(255) NOT NULL
);
CREATE INDEX sequence_item_by_content
  ON sequence_item (sequence_tag, tag, content, owner_id, item);
CREATE INDEX sequence_item_by_owner ON sequence_item (owner_id, sequence_tag, tag, content);

-- Files that are to be removed from storage: written with what took them out of the index.
CREATE TABLE deleted_location (
  storage varchar(64) NOT NULL,
  location varchar(255) NOT NULL,
  PRIMARY KEY (storage, location)
);

-- One row: everything stored before that instant is indexed, and durably so.
CREATE TABLE index_checkpoint (
  id integer NOT NULL PRIMARY KEY,
  all_indexed_before timestamp(9) with time zone NOT NULL
);
