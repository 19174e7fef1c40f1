-- Each order rewrites the head and the rows of its case: with room on their page the new version needs no new index entries.
ALTER TABLE "case_head" SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "case_row" SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE "case_step" SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE "case_clock" SET (fillfactor = 80);
--> statement-breakpoint
-- A server built without lz4 keeps the slower default.
DO $$ BEGIN
	ALTER TABLE "case_head" ALTER COLUMN "state" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN NULL;
END $$;
