-- What went out of the house: the words of a document once it was printed, and each of its prints. Nothing of it ever changes.
CREATE TABLE "case_document" (
	"case_id" uuid NOT NULL,
	"fact_hash" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"seal" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_document_pk" PRIMARY KEY("case_id","fact_hash")
);
--> statement-breakpoint
CREATE TABLE "document_print" (
	"case_id" uuid NOT NULL,
	"fact_hash" text NOT NULL,
	"nth" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "document_print_pk" PRIMARY KEY("case_id","fact_hash","nth")
);
--> statement-breakpoint
CREATE INDEX "case_document_number_idx" ON "case_document" USING btree ("number");
--> statement-breakpoint
CREATE TRIGGER case_document_no_change BEFORE UPDATE OR DELETE ON case_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_document_no_truncate BEFORE TRUNCATE ON case_document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_print_no_change BEFORE UPDATE OR DELETE ON document_print FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_print_no_truncate BEFORE TRUNCATE ON document_print FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE case_document ENABLE ALWAYS TRIGGER case_document_no_change;
--> statement-breakpoint
ALTER TABLE case_document ENABLE ALWAYS TRIGGER case_document_no_truncate;
--> statement-breakpoint
ALTER TABLE document_print ENABLE ALWAYS TRIGGER document_print_no_change;
--> statement-breakpoint
ALTER TABLE document_print ENABLE ALWAYS TRIGGER document_print_no_truncate;
--> statement-breakpoint
GRANT SELECT, INSERT ON case_document, document_print TO shixian_app;
