ALTER TABLE "blob" ADD COLUMN "scan" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "blob" ADD COLUMN "found" text;--> statement-breakpoint
ALTER TABLE "blob" ADD COLUMN "scanned_at" timestamp (3) with time zone;--> statement-breakpoint
DROP TRIGGER blob_no_change ON blob;
--> statement-breakpoint
-- What a content is stays; what a scanner says of it may come later, and what it found stays too.
CREATE FUNCTION refuse_other_blob() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.scan <> 'infected'
    AND (NEW.sha256, NEW.size, NEW.kind, NEW.kept_at) = (OLD.sha256, OLD.size, OLD.kind, OLD.kept_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'expected content % to stay as it is, but got %', OLD.sha256, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER blob_no_change BEFORE UPDATE OR DELETE ON blob FOR EACH ROW EXECUTE FUNCTION refuse_other_blob();
--> statement-breakpoint
ALTER TABLE blob ENABLE ALWAYS TRIGGER blob_no_change;
--> statement-breakpoint
GRANT UPDATE (scan, found, scanned_at) ON blob TO shixian_app;
