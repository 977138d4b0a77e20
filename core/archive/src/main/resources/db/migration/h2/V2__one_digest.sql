-- One digest is kept of an object: that of its data set, which is kept as received.
ALTER TABLE instance DROP COLUMN sha256;
ALTER TABLE instance ALTER COLUMN data_set_sha256 RENAME TO sha256;
