-- The cases that a person opened last.
CREATE TABLE "case_opened" (
	"user_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_opened_pk" PRIMARY KEY("user_id","case_id")
);
--> statement-breakpoint
CREATE INDEX "case_opened_last_idx" ON "case_opened" USING btree ("user_id","at");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "case_opened" TO shixian_app;
