-- Slices of streams, in the order asked, with one row at least for each stream that there is; its columns after the first two are the
-- entryFields of copy-out.ts. First and last position of a stream spare the partitions that it does not reach. A function keeps one plan,
-- where COPY by itself would make one each time; and it goes by the index of streams alone: where a plan is made for the values, PostgreSQL
-- may gather all positions that a stream spans, which can be most of the log.

CREATE FUNCTION log.pieces(streams text[], firsts int[], lasts int[])
RETURNS TABLE (piece int, stands_at int, "position" bigint, recorded_at timestamptz, mac text, stream text, revision text, id text, type text,
  version text, salt bytea, data text, metadata text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_bitmapscan = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT w.n::int, s.revision, e.position, e.recorded_at, e.mac, e.stream, e.revision::text, e.id::text, e.type, e.version::text, e.salt, e.data, e.metadata
  FROM unnest($1, $2, $3) WITH ORDINALITY AS w (stream, first, last, n) JOIN log.stream s ON s.stream = w.stream
  LEFT JOIN LATERAL (
    SELECT * FROM log.entry e WHERE e.stream = s.stream AND e.revision BETWEEN w.first AND w.last
      AND e.position BETWEEN s.first_position AND s.last_position OFFSET 0) e ON true
  ORDER BY w.n, e.revision;
END $$;
