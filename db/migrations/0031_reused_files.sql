ALTER TABLE "case_file" ADD COLUMN "origin" jsonb;--> statement-breakpoint
-- Where a file was given before never changes, whoever writes; what else stays says refuse_other_file.
CREATE TRIGGER case_file_origin_stays BEFORE UPDATE ON case_file FOR EACH ROW
  WHEN (NEW.origin IS DISTINCT FROM OLD.origin) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE case_file ENABLE ALWAYS TRIGGER case_file_origin_stays;
