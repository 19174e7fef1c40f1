CREATE TABLE "attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"tries" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "attempt_subject_idx" ON "attempt" USING btree ("subject");--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "scope" text DEFAULT 'full' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "must_change_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app_user" DROP COLUMN "failed_sign_ins";--> statement-breakpoint
ALTER TABLE "app_user" DROP COLUMN "failed_since";--> statement-breakpoint
ALTER TABLE "app_user" DROP COLUMN "locked_until";--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "attempt" TO shixian_app;
