CREATE TABLE "online_draft" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"definition" text NOT NULL,
	"content" json NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "online_draft_case_id_unique" UNIQUE("case_id")
);
--> statement-breakpoint
CREATE INDEX "online_draft_saved_idx" ON "online_draft" USING btree ("saved_at");--> statement-breakpoint
-- As in 0022, and what an online draft holds may be taken away until the draft is filed: then it counts, or waits for the window.
CREATE OR REPLACE FUNCTION refuse_other_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.state IN ('arriving', 'drafted') THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state IN ('arriving', 'drafted', 'offered', 'kept')
    AND NEW.state <> 'arriving' AND (NEW.state <> 'drafted' OR OLD.state = 'arriving')
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
-- As in 0023, and content that no file and no document names any more may be forgotten: what was typed and uploaded and never filed is nobody's to keep.
CREATE OR REPLACE FUNCTION refuse_other_blob() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.scan <> 'infected' AND NOT EXISTS (SELECT FROM case_file f WHERE f.sha256 = OLD.sha256)
    AND NOT EXISTS (SELECT FROM case_document d WHERE d.sha256 = OLD.sha256) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.scan <> 'infected'
    AND (NEW.sha256, NEW.size, NEW.kind, NEW.kept_at) = (OLD.sha256, OLD.size, OLD.kind, OLD.kept_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'expected content % to stay as it is, but got %', OLD.sha256, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON online_draft TO shixian_app;
--> statement-breakpoint
GRANT DELETE ON blob TO shixian_app;
