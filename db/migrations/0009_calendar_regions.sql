-- A revision is a number in its region. The one text there is, cn-2026.1, is number 1 of the whole country (domain/clock/revision.ts).
ALTER TABLE "calendar_revision" DROP CONSTRAINT "calendar_revision_pkey";--> statement-breakpoint
ALTER TABLE "calendar_revision" ALTER COLUMN "revision" SET DATA TYPE integer
  USING CASE "revision" WHEN 'cn-2026.1' THEN 1 ELSE 0 END;--> statement-breakpoint
ALTER TABLE "calendar_revision" ADD COLUMN "region" text DEFAULT '000000' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_revision" ALTER COLUMN "region" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "calendar_revision" ADD CONSTRAINT "calendar_revision_pk" PRIMARY KEY("region","revision");--> statement-breakpoint
UPDATE "calendar_revision"
  SET "snapshot" = jsonb_set("snapshot", '{revision}', jsonb_build_object('region', "region", 'revision', "revision"));
