CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT ON "setting" TO shixian_app;
