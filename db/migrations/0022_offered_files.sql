ALTER TABLE "case_file" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_file" ADD COLUMN "taken_by" uuid;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_taken_by_app_user_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- As in 0021, and what an applicant offers waits until it is taken or declined.
CREATE OR REPLACE FUNCTION refuse_other_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.state = 'arriving' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.state <> 'arriving' AND OLD.state IN ('arriving', 'offered', 'kept')
    AND (NEW.file_id, NEW.case_id, NEW.material_id, NEW.name, NEW.size, NEW.version, NEW.begun_at)
      = (OLD.file_id, OLD.case_id, OLD.material_id, OLD.name, OLD.size, OLD.version, OLD.begun_at)
    AND (NEW.replaces, NEW.brought_by) IS NOT DISTINCT FROM (OLD.replaces, OLD.brought_by)
    AND (OLD.state = 'arriving' OR (NEW.sha256, NEW.kept_at) IS NOT DISTINCT FROM (OLD.sha256, OLD.kept_at))
    AND (OLD.state <> 'kept' OR (NEW.taken_at, NEW.taken_by) IS NOT DISTINCT FROM (OLD.taken_at, OLD.taken_by))
    AND NEW.sha256 IS NOT NULL AND NEW.kept_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'expected file % to stay as it is, but got %', OLD.file_id, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
GRANT UPDATE (taken_at, taken_by) ON case_file TO shixian_app;
