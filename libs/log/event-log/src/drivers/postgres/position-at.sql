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
