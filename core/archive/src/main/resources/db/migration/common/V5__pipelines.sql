-- Up to where the observers of each pipeline have told. The row without an observer holds what
-- tells this pipeline from former ones of the same name.
CREATE TABLE pipeline_position (
  node varchar(100) NOT NULL,
  pipeline varchar(255) NOT NULL,
  observer varchar(255) NOT NULL,
  reached varchar(4000) NOT NULL,
  PRIMARY KEY (node, pipeline, observer)
);

-- Studies and series with which a pipeline goes on when they are due (milliseconds since 1970).
CREATE TABLE pipeline_wait (
  node varchar(100) NOT NULL,
  pipeline varchar(255) NOT NULL,
  step varchar(255) NOT NULL,
  subject varchar(64) NOT NULL,
  token varchar(36) NOT NULL,
  due bigint NOT NULL,
  kind varchar(16) NOT NULL,
  happened bigint NOT NULL,
  dixel_level varchar(16) NOT NULL,
  patient_id varchar(4000),
  study_uid varchar(4000),
  series_uid varchar(4000),
  PRIMARY KEY (node, pipeline, step, subject)
);
CREATE INDEX pipeline_wait_by_due ON pipeline_wait (node, pipeline, due);
