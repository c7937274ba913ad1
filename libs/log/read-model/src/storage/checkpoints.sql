-- What every projector needs, made by the first that starts; the lock keeps two from making it at once.
SELECT pg_advisory_xact_lock(4260011);
CREATE TABLE IF NOT EXISTS read.checkpoint (
  model text PRIMARY KEY, position bigint NOT NULL, version text NOT NULL, fence bigint NOT NULL, builds bigint NOT NULL);
CREATE TABLE IF NOT EXISTS read.parked (
  model text, stream text, position bigint NOT NULL, error text NOT NULL, PRIMARY KEY (model, stream));
CREATE TABLE IF NOT EXISTS read.rebuilt (
  model text NOT NULL, rebuilt_at timestamptz NOT NULL DEFAULT now(), position bigint NOT NULL, was text NOT NULL, version text NOT NULL,
  differing jsonb NOT NULL);
CREATE TABLE IF NOT EXISTS read.broken (
  kind text, stream text, revision int, position bigint, UNIQUE NULLS NOT DISTINCT (kind, stream, revision, position));
