CREATE TABLE "filing_mark" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"mark" text NOT NULL,
	"day" date NOT NULL,
	"case_no" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "filing_mark_idx" ON "filing_mark" USING btree ("mark","day");--> statement-breakpoint
GRANT SELECT, INSERT ON "filing_mark" TO shixian_app;
