-- Tables, their guards, and how a partition is made. log.now and log.partition_size stand alone so that tests can replace them.

CREATE SCHEMA log;

CREATE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT pg_catalog.clock_timestamp()';
CREATE FUNCTION log.partition_size() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 10000000::bigint';

-- Where the log stands: the row that every append locks.
CREATE TABLE log.head (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  position bigint NOT NULL,
  recorded_at timestamptz(3) NOT NULL
) WITH (fillfactor = 10);
INSERT INTO log.head (position, recorded_at) VALUES (0, '-infinity');

-- Which log is to be opened here: what the first that asked proposed. Once it is open its first entry says so.
CREATE TABLE log.origin (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  origin text COLLATE "C" NOT NULL
);

CREATE FUNCTION log.propose_origin(proposed text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO log.origin (origin) VALUES (proposed) ON CONFLICT DO NOTHING;
  RETURN (SELECT o.origin FROM log.origin o);
END $$;

-- Where each stream stands. Room in its pages keeps updates off the index.
CREATE TABLE log.stream (
  stream text COLLATE "C" PRIMARY KEY,
  revision int NOT NULL,
  first_position bigint NOT NULL,
  last_position bigint NOT NULL
) WITH (fillfactor = 80);

-- Never jsonb: it does not give back the bytes that were hashed.
CREATE TABLE log.entry (
  position bigint NOT NULL,
  stream text COLLATE "C" NOT NULL,
  revision int NOT NULL,
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  version smallint NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  salt bytea NOT NULL,
  mac text COLLATE "C" NOT NULL,
  data text COLLATE "C" NOT NULL,
  metadata text COLLATE "C" NOT NULL
) PARTITION BY RANGE (position);
CREATE UNIQUE INDEX entry_position ON log.entry (position);

CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION log.guard(guarded regclass, refused text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only BEFORE %s ON %s FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()', refused, guarded);
  EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', guarded);
END $$;

SELECT log.guard('log.entry', 'UPDATE OR DELETE OR TRUNCATE'), log.guard('log.head', 'DELETE OR TRUNCATE'),
       log.guard('log.stream', 'DELETE OR TRUNCATE'), log.guard('log.origin', 'UPDATE OR DELETE OR TRUNCATE');

-- Attached, not created in place: that would wait for every reader while it holds the head. Entries stay in their rows up to 8 KB,
-- and what is larger is not compressed: ciphertext does not shrink. Beside the two B-trees stands which types there are in each 16
-- pages: VACUUM sums that up, so no append waits for it, and what is not summed up yet is looked through.
CREATE FUNCTION log.make_partition(number bigint, size bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE name text := 'entry_' || number;
BEGIN
  IF to_regclass('log.' || name) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE log.%I (LIKE log.entry) WITH (toast_tuple_target = 8160)', name);
  EXECUTE format('ALTER TABLE log.%I ALTER data SET STORAGE EXTERNAL, ALTER metadata SET STORAGE EXTERNAL', name);
  EXECUTE format('CREATE UNIQUE INDEX %I ON log.%I (position)', name || '_position', name);
  EXECUTE format('CREATE UNIQUE INDEX %I ON log.%I (stream, revision)', name || '_stream', name);
  EXECUTE format('CREATE INDEX %I ON log.%I USING brin (type text_bloom_ops (n_distinct_per_range = 32)) WITH (pages_per_range = 16)',
                 name || '_type', name);
  EXECUTE format('ALTER TABLE log.entry ATTACH PARTITION log.%I FOR VALUES FROM (%s) TO (%s)', name, number * size + 1, (number + 1) * size + 1);
  PERFORM log.guard(('log.' || name)::regclass, 'UPDATE OR DELETE OR TRUNCATE');
END $$;

-- Where entries are to come, and one partition ahead.
CREATE FUNCTION log.make_room(stands bigint, coming bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE size bigint := log.partition_size();
BEGIN
  PERFORM log.make_partition(number, size) FROM generate_series(stands / size, (stands + coming) / size + 1) AS number;
END $$;
SELECT log.make_room(0, 0);
