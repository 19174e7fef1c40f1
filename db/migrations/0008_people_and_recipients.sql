ALTER TABLE "message" ALTER COLUMN "role" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "case_event" ADD COLUMN "on_behalf_of" uuid;--> statement-breakpoint
ALTER TABLE "intent" ADD COLUMN "people" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "to_people" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "acknowledged_as" text;--> statement-breakpoint
CREATE INDEX "message_person_idx" ON "message" USING btree ("person_id","at","message_id") WHERE person_id IS NOT NULL;