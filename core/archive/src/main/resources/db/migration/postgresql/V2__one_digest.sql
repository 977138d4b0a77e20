-- One digest is kept of an object: that of its data set, which is kept as received.
ALTER TABLE instance DROP COLUMN sha256;
ALTER TABLE instance RENAME COLUMN data_set_sha256 TO sha256;
