-- What happened in the archive, in the order in which it was committed: written in the transaction
-- that did it. Bounded: the oldest are forgotten.
CREATE TABLE change (
  number bigint NOT NULL PRIMARY KEY,
  kind varchar(16) COLLATE "C" NOT NULL,
  happened timestamp(6) with time zone NOT NULL,
  study_uid varchar(64) COLLATE "C" NOT NULL,
  -- null for changes of a study
  series_uid varchar(64) COLLATE "C",
  -- null for changes of a study or series
  sop_instance_uid varchar(64) COLLATE "C",
  -- storage and location of the object that it came by: tells it from others of that kind and UID
  mark varchar(330) COLLATE "C" NOT NULL
);

-- last: the number given last; whoever gives numbers locks it until its commit, so that numbers
-- become visible in their order. forgotten: up to where changes are no longer kept. settled: after
-- where changes of studies and series stand that were not stable when this was written.
CREATE TABLE change_log (
  name varchar(16) COLLATE "C" NOT NULL PRIMARY KEY,
  number bigint NOT NULL
);
-- What was there before this log began is missing from it.
INSERT INTO change_log (name, number)
  SELECT 'last', CASE WHEN EXISTS (SELECT 1 FROM instance) THEN 1 ELSE 0 END;
INSERT INTO change_log (name, number) SELECT 'forgotten', number FROM change_log WHERE name = 'last';
INSERT INTO change_log (name, number) SELECT 'settled', number FROM change_log WHERE name = 'last';
