/**
 * The way in for many commits at once: all of them stand, or none, and it then says of which the streams had moved. A commit is the
 * entries of one stream. Weighing each by itself inside one statement costs half as much again as entering them does.
 */
export const appendMany = /* sql */ `
-- First the commits (stream, entries before it, how many its own, how many of the call up to its last), then the entries of all, in
-- order. Texts travel joined by the unit separator, which neither JSON nor a checked name can hold. Where streams had moved, answers
-- where each stands, and nothing is entered; else one row: the position after which the entries stand, and their time.
CREATE OR REPLACE FUNCTION log.append(moving text, befores int[], counts int[], lasts int[],
  streams text, revisions int[], ids text, types text, versions smallint[], salts bytea, macs text, datas text, metadatas text)
RETURNS TABLE (stream text, revision int, after bigint, recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  us CONSTANT text := chr(31);
  commits CONSTANT text[] := string_to_array(moving, us);
  stands bigint;
  at timestamptz;
BEGIN
  SELECT h.position, h.recorded_at INTO stands, at FROM log.head h FOR UPDATE;
  RETURN QUERY
    SELECT c.stream, coalesce(s.revision, 0), NULL::bigint, NULL::timestamptz FROM unnest(commits, befores) AS c (stream, before)
    LEFT JOIN LATERAL (SELECT s.revision FROM log.stream s WHERE s.stream = c.stream OFFSET 0) s ON true
    WHERE coalesce(s.revision, 0) <> c.before;
  IF FOUND THEN RETURN; END IF;
  at := greatest(at, date_trunc('milliseconds', log.now()));
  PERFORM log.make_room(stands, cardinality(revisions));
  INSERT INTO log.entry (position, stream, revision, id, type, version, recorded_at, salt, mac, data, metadata)
    SELECT stands + e.n, e.stream, e.revision, e.id, e.type, e.version, at, substring(salts FROM (e.n::int - 1) * 16 + 1 FOR 16), e.mac, e.data, e.metadata
    FROM unnest(string_to_array(streams, us), revisions, string_to_array(ids, us)::uuid[], string_to_array(types, us), versions,
      string_to_array(macs, us), string_to_array(datas, us), string_to_array(metadatas, us))
      WITH ORDINALITY AS e (stream, revision, id, type, version, mac, data, metadata, n);
  INSERT INTO log.stream (stream, revision, first_position, last_position)
    SELECT c.stream, c.count, stands + c.last - c.count + 1, stands + c.last
    FROM unnest(commits, befores, counts, lasts) AS c (stream, before, count, last) WHERE c.before = 0;
  UPDATE log.stream s SET revision = c.before + c.count, last_position = stands + c.last
    FROM unnest(commits, befores, counts, lasts) AS c (stream, before, count, last) WHERE s.stream = c.stream AND c.before > 0;
  UPDATE log.head h SET position = stands + cardinality(revisions), recorded_at = at;
  PERFORM pg_notify('lookback_log', '');
  RETURN QUERY SELECT NULL, NULL::int, stands, at;
END $$;
`;

/** The way in for one entry, at half the cost; and where a time stands. */
export const appendOne = /* sql */ `
-- Where the stream had moved, position is null and revision says where it stands.
CREATE FUNCTION log.append_one(into_stream text, INOUT revision int, id uuid, type text, version smallint, salt bytea, mac text, data text, metadata text,
  OUT "position" bigint, OUT recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
  stands bigint;
  actual int;
BEGIN
  SELECT h.position, h.recorded_at INTO stands, recorded_at FROM log.head h FOR UPDATE;
  SELECT s.revision INTO actual FROM log.stream s WHERE s.stream = into_stream;
  IF coalesce(actual, 0) <> revision - 1 THEN
    revision := coalesce(actual, 0);
    RETURN;
  END IF;
  recorded_at := greatest(recorded_at, date_trunc('milliseconds', log.now()));
  position := stands + 1;
  PERFORM log.make_room(stands, 1);
  INSERT INTO log.entry VALUES (position, into_stream, revision, id, type, version, recorded_at, salt, mac, data, metadata);
  IF actual IS NULL THEN
    INSERT INTO log.stream VALUES (into_stream, revision, position, position);
  ELSE
    UPDATE log.stream s SET revision = append_one.revision, last_position = position WHERE s.stream = into_stream;
  END IF;
  UPDATE log.head SET position = append_one.position, recorded_at = append_one.recorded_at;
  PERFORM pg_notify('lookback_log', '');
END $$;

-- The last position recorded at or before an instant: recorded_at never runs backwards, so no index on it is needed.
CREATE FUNCTION log.position_at(instant timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  low bigint := 0;
  high bigint;
  middle bigint;
BEGIN
  SELECT h.position INTO high FROM log.head h;
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    IF (SELECT e.recorded_at FROM log.entry e WHERE e.position = middle) <= instant THEN low := middle; ELSE high := middle - 1; END IF;
  END LOOP;
  RETURN low;
END $$;
`;
