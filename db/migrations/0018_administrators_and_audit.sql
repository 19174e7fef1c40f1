CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"who" uuid,
	"account" uuid,
	"subject" text,
	"kind" text NOT NULL,
	"details" jsonb NOT NULL,
	"address" text,
	"department_id" text NOT NULL,
	"region_code" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "department_id" text;--> statement-breakpoint
CREATE INDEX "audit_entry_region_idx" ON "audit_entry" USING btree ("region_code","at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_region_kind_idx" ON "audit_entry" USING btree ("region_code","kind","at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_department_idx" ON "audit_entry" USING btree ("department_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_who_idx" ON "audit_entry" USING btree ("who","at","id");--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- An account is at home where its first post is; one without a post at the widest 营商局, so that somebody still administers it.
UPDATE "app_user" u SET "department_id" = coalesce(
  (SELECT p."department_id" FROM "post" p WHERE p."user_id" = u."id" ORDER BY p."department_id", p."role" LIMIT 1),
  (SELECT d."id" FROM "department" d WHERE d."kind" = 'supervision' ORDER BY d."region_code", d."id" LIMIT 1));
--> statement-breakpoint
CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_no_change;
--> statement-breakpoint
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_no_truncate;
--> statement-breakpoint
-- Roles belong to the cluster: as shixian_app in 0001.
DO $$
BEGIN
  CREATE ROLE shixian_audit NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO shixian_audit;
--> statement-breakpoint
GRANT SELECT ON audit_entry TO shixian_audit;
--> statement-breakpoint
-- Neither its id nor its instant is the application's to choose, and it reads none back.
GRANT INSERT (who, account, subject, kind, details, address, department_id, region_code) ON audit_entry TO shixian_app;
