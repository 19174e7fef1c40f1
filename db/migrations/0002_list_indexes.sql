DROP INDEX "case_row_department_due_idx";--> statement-breakpoint
DROP INDEX "case_row_region_due_idx";--> statement-breakpoint
DROP INDEX "case_row_item_idx";--> statement-breakpoint
DROP INDEX "case_step_ledger_idx";--> statement-breakpoint
DROP INDEX "case_row_department_closed_idx";--> statement-breakpoint
DROP INDEX "case_step_worklist_idx";--> statement-breakpoint
DROP INDEX "case_step_finished_idx";--> statement-breakpoint
DROP INDEX "message_department_idx";--> statement-breakpoint
DROP INDEX "message_region_idx";--> statement-breakpoint
DROP INDEX "warning_department_idx";--> statement-breakpoint
DROP INDEX "warning_region_idx";--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "failed_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_step" ADD COLUMN "promise_key" date GENERATED ALWAYS AS (coalesce(promise_due_on, 'infinity'::date)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "case_step" ADD COLUMN "due_key" date GENERATED ALWAYS AS (coalesce(sort_due_on, 'infinity'::date)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "case_row_region_closed_idx" ON "case_row" USING btree ("region_code","closed_at","case_id") WHERE status = 'closed';--> statement-breakpoint
CREATE INDEX "case_row_no_prefix_idx" ON "case_row" USING btree ("case_no" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "case_row_running_idx" ON "case_row" USING btree ("item_code","definition") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "case_step_region_idx" ON "case_step" USING btree ("region_code","due_key","case_id","step_id") WHERE open;--> statement-breakpoint
CREATE INDEX "case_step_item_idx" ON "case_step" USING btree ("item_code","due_key","case_id","step_id") WHERE open;--> statement-breakpoint
CREATE INDEX "case_step_ledger_department_idx" ON "case_step" USING btree ("department_id","promise_key","case_id","step_id") WHERE open AND untimed;--> statement-breakpoint
CREATE INDEX "case_step_ledger_region_idx" ON "case_step" USING btree ("region_code","promise_key","case_id","step_id") WHERE open AND untimed;--> statement-breakpoint
CREATE INDEX "case_row_department_closed_idx" ON "case_row" USING btree ("department_id","closed_at","case_id") WHERE status = 'closed';--> statement-breakpoint
CREATE INDEX "case_step_worklist_idx" ON "case_step" USING btree ("department_id","next_role","due_key","case_id","step_id") WHERE open;--> statement-breakpoint
CREATE INDEX "case_step_finished_idx" ON "case_step" USING btree ("finished_by","finished_at","case_id","step_id") WHERE finished_by IS NOT NULL;--> statement-breakpoint
CREATE INDEX "message_department_idx" ON "message" USING btree ("department_id","role","at","message_id");--> statement-breakpoint
CREATE INDEX "message_region_idx" ON "message" USING btree ("region_code","role","at","message_id");--> statement-breakpoint
CREATE INDEX "warning_department_idx" ON "warning" USING btree ("department_id",(acknowledged_at IS NOT NULL),"at","warning_id");--> statement-breakpoint
CREATE INDEX "warning_region_idx" ON "warning" USING btree ("region_code",(acknowledged_at IS NOT NULL),"at","warning_id");