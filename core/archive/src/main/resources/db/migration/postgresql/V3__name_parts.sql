-- Where words begin and go on in the names of patients, for wild cards at the beginning of a key:
-- each name from each of its characters on, 12 characters at most.
CREATE TABLE name_part (
  owner_id bigint NOT NULL,
  tag integer NOT NULL,
  part varchar(24) COLLATE "C" NOT NULL
);
INSERT INTO name_part (owner_id, tag, part)
  SELECT DISTINCT n.owner_id, n.tag, SUBSTRING(n.name, CAST(r.x AS integer), 12)
  FROM person_name n JOIN generate_series(1, 255) AS r(x) ON r.x <= CHAR_LENGTH(n.name)
  WHERE n.tag = 1048592;
CREATE INDEX name_part_by_part ON name_part (tag, part, owner_id);
CREATE INDEX name_part_by_owner ON name_part (owner_id);
