-- The signs of a text in pairs, each once: what words of the catalogue are found by.
CREATE FUNCTION sign_pairs(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(t, i, 2)), '{}') FROM generate_series(1, length(t) - 1) i
$$;
--> statement-breakpoint
CREATE TABLE "catalogue_entry" (
	"kind" text NOT NULL,
	"scheme" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"state" text DEFAULT '1' NOT NULL,
	"levels" text DEFAULT '' NOT NULL,
	"legal_basis" text DEFAULT '' NOT NULL,
	"main_name" text DEFAULT '' NOT NULL,
	"basic_code" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"department_code" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"folded" text GENERATED ALWAYS AS (fold_for_finding(name || ' ' || department)) STORED NOT NULL,
	"pairs" text[] GENERATED ALWAYS AS (sign_pairs(fold_for_finding(name || ' ' || department))) STORED NOT NULL,
	CONSTRAINT "catalogue_entry_pk" PRIMARY KEY("kind","scheme","code")
);
--> statement-breakpoint
CREATE TABLE "catalogue_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalogue_import_row" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"scheme" text DEFAULT '' NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	"fields" jsonb NOT NULL,
	"faults" jsonb NOT NULL,
	"remarks" jsonb NOT NULL,
	"outcome" text,
	"before" jsonb,
	"seen" integer DEFAULT 0 NOT NULL,
	"taken" boolean DEFAULT false NOT NULL,
	CONSTRAINT "catalogue_import_row_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD CONSTRAINT "catalogue_entry_changed_by_app_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_import" ADD CONSTRAINT "catalogue_import_made_by_app_user_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_import_row" ADD CONSTRAINT "catalogue_import_row_import_id_catalogue_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."catalogue_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "catalogue_entry_list_idx" ON "catalogue_entry" USING btree ("kind","code","scheme");--> statement-breakpoint
CREATE INDEX "catalogue_entry_basic_idx" ON "catalogue_entry" USING btree ("basic_code");--> statement-breakpoint
CREATE INDEX "catalogue_entry_pairs_idx" ON "catalogue_entry" USING gin ("pairs");--> statement-breakpoint
CREATE INDEX "catalogue_import_mine_idx" ON "catalogue_import" USING btree ("made_by","made_at");--> statement-breakpoint
CREATE INDEX "catalogue_import_row_outcome_idx" ON "catalogue_import_row" USING btree ("import_id","outcome","line");--> statement-breakpoint
CREATE INDEX "catalogue_import_row_code_idx" ON "catalogue_import_row" USING btree ("import_id","scheme","code");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "catalogue_entry" TO shixian_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "catalogue_import", "catalogue_import_row" TO shixian_app;
