DROP INDEX "warning_department_idx";--> statement-breakpoint
DROP INDEX "warning_region_idx";--> statement-breakpoint
CREATE INDEX "warning_department_answered_idx" ON "warning" USING btree ("department_id","at","warning_id") WHERE acknowledged_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "warning_region_answered_idx" ON "warning" USING btree ("region_code","at","warning_id") WHERE acknowledged_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "warning_department_idx" ON "warning" USING btree ("department_id","at","warning_id") WHERE acknowledged_at IS NULL;--> statement-breakpoint
CREATE INDEX "warning_region_idx" ON "warning" USING btree ("region_code","at","warning_id") WHERE acknowledged_at IS NULL;