CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'expected rows of % to stay as they are, but got %', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER case_event_no_change BEFORE UPDATE OR DELETE ON case_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_event_no_truncate BEFORE TRUNCATE ON case_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE case_event ENABLE ALWAYS TRIGGER case_event_no_change;
--> statement-breakpoint
ALTER TABLE case_event ENABLE ALWAYS TRIGGER case_event_no_truncate;
--> statement-breakpoint
CREATE TRIGGER flow_version_published_no_change BEFORE UPDATE OR DELETE ON flow_version
  FOR EACH ROW WHEN (OLD.status = 'published') EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER flow_version_no_truncate BEFORE TRUNCATE ON flow_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE flow_version ENABLE ALWAYS TRIGGER flow_version_published_no_change;
--> statement-breakpoint
ALTER TABLE flow_version ENABLE ALWAYS TRIGGER flow_version_no_truncate;
--> statement-breakpoint
-- Rows that every step updates leave room on their page, so that an update need not touch the indexes.
ALTER TABLE case_head SET (fillfactor = 60);
--> statement-breakpoint
ALTER TABLE intent SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE case_row SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE case_step SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE case_clock SET (fillfactor = 80);
--> statement-breakpoint
-- The folded state is rewritten by every step: kept in its row while it fits, it costs no write to a second table.
ALTER TABLE case_head ALTER COLUMN state SET STORAGE MAIN;
--> statement-breakpoint
-- Roles belong to the cluster: a second database, or a migration running beside this one, may have made it already.
DO $$
BEGIN
  CREATE ROLE shixian_app NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO shixian_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON case_event, case_text, message, calendar_revision TO shixian_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON case_head, intent, case_serial, item TO shixian_app;
--> statement-breakpoint
GRANT SELECT, UPDATE ON business_clock TO shixian_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON case_row, case_clock, case_step, warning, finding, message_read, flow_version,
  region, department, app_user, post, session, api_token TO shixian_app;
