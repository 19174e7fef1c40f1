CREATE TABLE "api_seen" (
	"api" text PRIMARY KEY NOT NULL,
	"rules" integer NOT NULL,
	"version" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comparison" (
	"id" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"compared" integer NOT NULL,
	"differing" integer NOT NULL,
	"unanswered" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "worker_seen" ADD COLUMN "version" text;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "api_seen" TO shixian_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "comparison" TO shixian_app;
