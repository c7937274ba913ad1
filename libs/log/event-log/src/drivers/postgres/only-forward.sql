-- Appending moves head and streams forward; nothing moves them back. Looked at after the change: a trigger before it has PostgreSQL lock
-- each row, and write that to disk, besides changing it.

CREATE TRIGGER only_forward AFTER UPDATE ON log.head FOR EACH ROW
  WHEN (NEW.position <= OLD.position OR NEW.recorded_at < OLD.recorded_at) EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.head ENABLE ALWAYS TRIGGER only_forward;
CREATE TRIGGER only_forward AFTER UPDATE ON log.stream FOR EACH ROW
  WHEN (NEW.stream <> OLD.stream OR NEW.revision <= OLD.revision
    OR NEW.first_position <> OLD.first_position OR NEW.last_position <= OLD.last_position) EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.stream ENABLE ALWAYS TRIGGER only_forward;
