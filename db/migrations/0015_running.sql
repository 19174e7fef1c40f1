CREATE TABLE "incident" (
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "incident_pk" PRIMARY KEY("case_id","kind")
);
--> statement-breakpoint
CREATE TABLE "worker_seen" (
	"worker" text PRIMARY KEY NOT NULL,
	"rules" integer NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "incident_open_idx" ON "incident" USING btree ("seen_at") WHERE ended_at IS NULL;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "incident" TO shixian_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "worker_seen" TO shixian_app;
--> statement-breakpoint
-- Whatever ends a right, from whichever process or by hand, is told to all APIs, which then ask anew who everybody is.
CREATE FUNCTION tell_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('shixian_people', '');
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER app_user_tells AFTER UPDATE OF disabled OR DELETE ON app_user FOR EACH STATEMENT EXECUTE FUNCTION tell_people();
--> statement-breakpoint
CREATE TRIGGER post_tells AFTER INSERT OR UPDATE OR DELETE ON post FOR EACH STATEMENT EXECUTE FUNCTION tell_people();
--> statement-breakpoint
CREATE TRIGGER api_token_tells AFTER UPDATE OF revoked_at, expires_at OR DELETE ON api_token FOR EACH STATEMENT EXECUTE FUNCTION tell_people();
--> statement-breakpoint
CREATE TRIGGER session_tells AFTER DELETE ON session FOR EACH STATEMENT EXECUTE FUNCTION tell_people();
