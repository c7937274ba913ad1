-- How far reactions have come, and what they could not answer. Made by the first reactor that starts; the lock keeps two from making it at once.
SELECT pg_advisory_xact_lock(4260018);
CREATE TABLE IF NOT EXISTS read.reaction (
  origin text, reaction text, position bigint NOT NULL, PRIMARY KEY (origin, reaction));
CREATE TABLE IF NOT EXISTS read.stuck_reaction (
  origin text, reaction text, stream text, position bigint NOT NULL, reason text NOT NULL, since timestamptz NOT NULL DEFAULT now(),
  retry boolean NOT NULL DEFAULT false, PRIMARY KEY (origin, reaction, stream));
