ALTER TABLE "case_task" ADD COLUMN "serving" jsonb;--> statement-breakpoint
ALTER TABLE "case_task" ADD COLUMN "serving_on" date;--> statement-breakpoint
CREATE INDEX "case_document_sha256_idx" ON "case_document" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "case_task_serving_idx" ON "case_task" USING btree ("department_id","role","serving_on","case_id","task_id") WHERE serving_on IS NOT NULL;