CREATE TABLE "blob" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"kind" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_file" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"material_id" text NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"state" text NOT NULL,
	"replaces" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"sha256" text,
	"brought_by" uuid,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"kept_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	"ended_why" text
);
--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_sha256_blob_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blob"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_brought_by_app_user_id_fk" FOREIGN KEY ("brought_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_ended_by_app_user_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_file_case_idx" ON "case_file" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_file_sha256_idx" ON "case_file" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "case_file_arriving_idx" ON "case_file" USING btree ("begun_at") WHERE state = 'arriving';--> statement-breakpoint
-- What is kept of a file stays as it is, whoever writes; only one that is still arriving may be taken away again.
CREATE FUNCTION refuse_other_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.state = 'arriving' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.state <> 'arriving' AND OLD.state IN ('arriving', 'kept')
    AND (NEW.file_id, NEW.case_id, NEW.material_id, NEW.name, NEW.size, NEW.version, NEW.begun_at)
      = (OLD.file_id, OLD.case_id, OLD.material_id, OLD.name, OLD.size, OLD.version, OLD.begun_at)
    AND (NEW.replaces, NEW.brought_by) IS NOT DISTINCT FROM (OLD.replaces, OLD.brought_by)
    AND (OLD.state = 'arriving' OR (NEW.sha256, NEW.kept_at) IS NOT DISTINCT FROM (OLD.sha256, OLD.kept_at))
    AND NEW.sha256 IS NOT NULL AND NEW.kept_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'expected file % to stay as it is, but got %', OLD.file_id, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER case_file_no_change BEFORE UPDATE OR DELETE ON case_file FOR EACH ROW EXECUTE FUNCTION refuse_other_file();
--> statement-breakpoint
CREATE TRIGGER case_file_no_truncate BEFORE TRUNCATE ON case_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER blob_no_change BEFORE UPDATE OR DELETE ON blob FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER blob_no_truncate BEFORE TRUNCATE ON blob FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE case_file ENABLE ALWAYS TRIGGER case_file_no_change;
--> statement-breakpoint
ALTER TABLE case_file ENABLE ALWAYS TRIGGER case_file_no_truncate;
--> statement-breakpoint
ALTER TABLE blob ENABLE ALWAYS TRIGGER blob_no_change;
--> statement-breakpoint
ALTER TABLE blob ENABLE ALWAYS TRIGGER blob_no_truncate;
--> statement-breakpoint
GRANT SELECT, INSERT ON blob TO shixian_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON case_file TO shixian_app;
--> statement-breakpoint
GRANT UPDATE (state, sha256, kept_at, ended_at, ended_by, ended_why) ON case_file TO shixian_app;
