/** The only ways in: many entries, or one. A commit is the entries of one stream in one call; who lost is told where the stream stands. */
export const append = /* sql */ `
-- Texts travel joined by the unit separator, which neither JSON nor a checked name can hold. Answers one row a stream:
-- position is null where the stream had moved, and revision then says where it stands.
CREATE FUNCTION log.append(streams text, revisions int[], ids text, types text, versions smallint[], salts bytea, macs text, datas text, metadatas text)
RETURNS TABLE (stream text, revision int, "position" bigint, recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  us CONSTANT text := chr(31);
  stands bigint;
  at timestamptz;
BEGIN
  SELECT h.position, h.recorded_at INTO stands, at FROM log.head h FOR UPDATE;
  at := greatest(at, date_trunc('milliseconds', log.now()));
  PERFORM log.make_room(stands, cardinality(revisions));
  RETURN QUERY
  WITH wanted AS MATERIALIZED (
    SELECT * FROM unnest(string_to_array(streams, us), revisions, string_to_array(ids, us)::uuid[], string_to_array(types, us), versions,
      string_to_array(macs, us), string_to_array(datas, us), string_to_array(metadatas, us))
      WITH ORDINALITY AS w (stream, revision, id, type, version, mac, data, metadata, n)
  ), asked AS (
    SELECT w.stream, min(w.revision) - 1 AS expected, max(w.revision) AS reached, count(*) AS entries FROM wanted w GROUP BY w.stream
  ), verdict AS MATERIALIZED (
    SELECT a.stream, a.reached, coalesce(s.revision, 0) AS actual,
      coalesce(s.revision, 0) = a.expected AND a.reached - a.expected = a.entries AS won
    FROM asked a LEFT JOIN LATERAL (SELECT s.revision FROM log.stream s WHERE s.stream = a.stream OFFSET 0) s ON true
  ), placed AS MATERIALIZED (
    SELECT w.*, stands + row_number() OVER (ORDER BY w.n) AS position FROM wanted w JOIN verdict v ON v.stream = w.stream WHERE v.won
  ), entered AS (
    INSERT INTO log.entry (position, stream, revision, id, type, version, recorded_at, salt, mac, data, metadata)
    SELECT p.position, p.stream, p.revision, p.id, p.type, p.version, at, substring(salts FROM (p.n::int - 1) * 16 + 1 FOR 16), p.mac, p.data, p.metadata
    FROM placed p ORDER BY p.position
  ), moved AS (
    INSERT INTO log.stream AS s (stream, revision, first_position, last_position)
    SELECT p.stream, max(p.revision), min(p.position), max(p.position) FROM placed p GROUP BY p.stream
    ON CONFLICT ON CONSTRAINT stream_pkey DO UPDATE SET revision = excluded.revision, last_position = excluded.last_position
    RETURNING s.stream, s.last_position
  ), headed AS (
    UPDATE log.head h SET position = stands + (SELECT count(*) FROM placed), recorded_at = at WHERE EXISTS (SELECT FROM placed)
  )
  SELECT v.stream, CASE WHEN v.won THEN v.reached ELSE v.actual END, m.last_position, at
  FROM verdict v LEFT JOIN moved m ON m.stream = v.stream;
  PERFORM pg_notify('lookback_log', '');
END $$;

-- The same for one entry, at half the cost.
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
