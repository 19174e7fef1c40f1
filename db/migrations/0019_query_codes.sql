CREATE TABLE "code_issue" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"issue" integer NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "code_issue" TO shixian_app;
