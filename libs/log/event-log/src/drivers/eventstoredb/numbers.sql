-- The numbers of EventStoreDB's entries, which are their positions to everybody else. A number is how many entries of the log come before,
-- and one; a leaf's index is one less.
-- Both a number and a time follow from the order of $all alone, so that what a crash of PostgreSQL takes back is given again alike.

CREATE TABLE log.number (
  number bigint PRIMARY KEY,
  place bigint NOT NULL UNIQUE,
  recorded_at timestamptz(3) NOT NULL
);

-- How far numbers are given, and of which log: the row that whoever gives some locks.
CREATE TABLE log.numbering (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  log text COLLATE "C",
  number bigint NOT NULL,
  place bigint NOT NULL,
  recorded_at timestamptz(3) NOT NULL
);
INSERT INTO log.numbering (number, place, recorded_at) VALUES (0, 0, '-infinity');

SELECT log.guard('log.number', 'UPDATE OR DELETE OR TRUNCATE'), log.guard('log.numbering', 'DELETE OR TRUNCATE');
CREATE TRIGGER only_forward BEFORE UPDATE ON log.numbering FOR EACH ROW
  WHEN (NEW.number < OLD.number OR NEW.place < OLD.place OR NEW.recorded_at < OLD.recorded_at OR NEW.log <> OLD.log)
  EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.numbering ENABLE ALWAYS TRIGGER only_forward;

-- Says which log this database numbers: the first that asks, for ever.
CREATE FUNCTION log.number_log(wanted text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE log.numbering n SET log = wanted WHERE n.log IS NULL;
  RETURN (SELECT n.log FROM log.numbering n);
END $$;

-- Numbers of entries that follow a numbered one without one left out, in their order; those that have none yet are given theirs.
CREATE FUNCTION log.give_numbers(after bigint, places bigint[], created timestamptz[])
RETURNS TABLE (place bigint, number bigint, recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  head log.numbering;
BEGIN
  IF after + cardinality(places) > (SELECT n.number FROM log.numbering n) THEN
    PERFORM set_config('synchronous_commit', 'off', true);
    SELECT * INTO head FROM log.numbering FOR UPDATE;
    IF head.number = 0 AND EXISTS (SELECT FROM log.number) THEN
      RAISE EXCEPTION 'a copy into this log is not finished' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    IF after > head.number THEN
      RAISE EXCEPTION 'numbers are given up to %, not to %', head.number, after USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    INSERT INTO log.number
    SELECT after + e.n, e.place, greatest(head.recorded_at, max(e.created) OVER (ORDER BY e.n))
    FROM unnest(places, created) WITH ORDINALITY AS e (place, created, n) WHERE after + e.n > head.number;
    UPDATE log.numbering n SET number = l.number, place = l.place, recorded_at = l.recorded_at
    FROM (SELECT * FROM log.number ORDER BY number DESC LIMIT 1) l WHERE l.number > n.number;
  END IF;
  RETURN QUERY SELECT n.place, n.number, n.recorded_at FROM log.number n WHERE n.place = ANY (places);
END $$;

-- The last number recorded at or before an instant: times never run backwards, so no index on them is needed.
CREATE FUNCTION log.number_at(instant timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  low bigint := 0;
  high bigint;
  middle bigint;
BEGIN
  SELECT n.number INTO high FROM log.numbering n;
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    IF (SELECT n.recorded_at FROM log.number n WHERE n.number = middle) <= instant THEN low := middle; ELSE high := middle - 1; END IF;
  END LOOP;
  RETURN low;
END $$;
