-- The ways in, for many commits at once and, at half the cost, for one entry. All of a call stands, or none: it is entered as if its
-- streams stood where it says, and what then was not so takes all of it back. Looking first is a seventh of a batch of 32.

-- Whether entries to come are the first of a partition: the next one is made then. An expression, which costs no call.
CREATE FUNCTION log.lacks_room(stands bigint, coming bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  'SELECT stands / log.partition_size() < (stands + coming) / log.partition_size() OR stands = 0';

-- Known by its code and constraint; who is told asks where the streams stand.
CREATE FUNCTION log.refuse_moved() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a stream has moved' USING ERRCODE = 'unique_violation', SCHEMA = 'log', TABLE = 'stream', CONSTRAINT = 'stream_pkey';
END $$;

-- A commit is the entries of one stream. First the commits (stream, entries before it, how many its own, how many of the call up to its
-- last), then the entries of all, in order. Texts travel joined by the unit separator, which neither JSON nor a checked name can hold.
-- Answers the position after which the entries stand, and their time.
CREATE FUNCTION log.append(moving text, befores int[], counts int[], lasts int[],
  streams text, revisions int[], ids text, types text, versions smallint[], salts bytea, macs text, datas text, metadatas text,
  OUT after bigint, OUT recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  us CONSTANT text := chr(31);
  coming CONSTANT int := cardinality(revisions);
  opening CONSTANT int := cardinality(array_positions(befores, 0));
  commits CONSTANT text[] := string_to_array(moving, us);
  stood int;
BEGIN
  UPDATE log.head h SET position = h.position + coming, recorded_at = greatest(h.recorded_at, date_trunc('milliseconds', log.now()))
    RETURNING h.position - coming, h.recorded_at INTO after, recorded_at;
  IF opening > 0 THEN
    INSERT INTO log.stream (stream, revision, first_position, last_position)
      SELECT c.stream, c.count, after + c.last - c.count + 1, after + c.last
      FROM unnest(commits, befores, counts, lasts) AS c (stream, before, count, last) WHERE c.before = 0;
  END IF;
  IF opening < cardinality(commits) THEN
    UPDATE log.stream s SET revision = c.before + c.count, last_position = after + c.last
      FROM unnest(commits, befores, counts, lasts) AS c (stream, before, count, last)
      WHERE s.stream = c.stream AND s.revision = c.before AND c.before > 0;
    GET DIAGNOSTICS stood = ROW_COUNT;
    IF opening + stood < cardinality(commits) THEN PERFORM log.refuse_moved(); END IF;
  END IF;
  IF log.lacks_room(after, coming) THEN PERFORM log.make_room(after, coming); END IF;
  INSERT INTO log.entry (position, stream, revision, id, type, version, recorded_at, salt, mac, data, metadata)
    SELECT after + e.n, e.stream, e.revision, e.id, e.type, e.version, recorded_at, substring(salts FROM (e.n::int - 1) * 16 + 1 FOR 16), e.mac, e.data, e.metadata
    FROM unnest(string_to_array(streams, us), revisions, string_to_array(ids, us)::uuid[], string_to_array(types, us), versions,
      string_to_array(macs, us), string_to_array(datas, us), string_to_array(metadatas, us))
      WITH ORDINALITY AS e (stream, revision, id, type, version, mac, data, metadata, n);
  PERFORM pg_notify('lookback_log', '');
END $$;

CREATE FUNCTION log.append_one(into_stream text, revision int, id uuid, type text, version smallint, salt bytea, mac text, data text, metadata text,
  OUT "position" bigint, OUT recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
BEGIN
  UPDATE log.head h SET position = h.position + 1, recorded_at = greatest(h.recorded_at, date_trunc('milliseconds', log.now()))
    RETURNING h.position, h.recorded_at INTO position, recorded_at;
  IF revision = 1 THEN
    INSERT INTO log.stream VALUES (into_stream, 1, position, position);
  ELSE
    UPDATE log.stream s SET revision = append_one.revision, last_position = position
      WHERE s.stream = into_stream AND s.revision = append_one.revision - 1;
    IF NOT FOUND THEN PERFORM log.refuse_moved(); END IF;
  END IF;
  IF log.lacks_room(position - 1, 1) THEN PERFORM log.make_room(position - 1, 1); END IF;
  INSERT INTO log.entry VALUES (position, into_stream, revision, id, type, version, recorded_at, salt, mac, data, metadata);
  PERFORM pg_notify('lookback_log', '');
END $$;
