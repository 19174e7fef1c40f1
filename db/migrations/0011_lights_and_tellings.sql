DROP INDEX "case_task_post_idx";--> statement-breakpoint
DROP INDEX "case_task_region_idx";--> statement-breakpoint
ALTER TABLE "case_row" ADD COLUMN "yellow_key" date DEFAULT 'infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_row" ADD COLUMN "red_key" date DEFAULT 'infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_task" ADD COLUMN "yellow_key" date DEFAULT 'infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_task" ADD COLUMN "red_key" date DEFAULT 'infinity' NOT NULL;--> statement-breakpoint
CREATE INDEX "case_task_post_idx" ON "case_task" USING btree ("department_id","role","due_key","case_id","task_id","yellow_key","red_key");--> statement-breakpoint
CREATE INDEX "case_task_region_idx" ON "case_task" USING btree ("region_code","due_key","case_id","task_id","yellow_key","red_key");--> statement-breakpoint
-- What is generated cannot be changed: it goes with its indexes and comes again.
ALTER TABLE "case_step" ADD COLUMN "start_due_on" date;--> statement-breakpoint
ALTER TABLE "case_step" DROP COLUMN "promise_key";--> statement-breakpoint
ALTER TABLE "case_step" ADD COLUMN "promise_key" date GENERATED ALWAYS AS (coalesce(promise_due_on, start_due_on, 'infinity'::date)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "case_step_ledger_department_idx" ON "case_step" USING btree ("department_id","promise_key","case_id","step_id") WHERE open AND untimed;--> statement-breakpoint
CREATE INDEX "case_step_ledger_region_idx" ON "case_step" USING btree ("region_code","promise_key","case_id","step_id") WHERE open AND untimed;--> statement-breakpoint
DROP INDEX "warning_department_idx";--> statement-breakpoint
DROP INDEX "warning_department_answered_idx";--> statement-breakpoint
DROP INDEX "warning_region_idx";--> statement-breakpoint
DROP INDEX "warning_region_answered_idx";--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "annulled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "waits" boolean GENERATED ALWAYS AS (acknowledged_at IS NULL AND annulled_at IS NULL) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "warning" DROP COLUMN "waits_above";--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "waits_above" boolean GENERATED ALWAYS AS (annulled_at IS NULL AND (acknowledged_at IS NULL OR (level = 'red' AND acknowledged_as IS NOT DISTINCT FROM 'responsible'))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "warning_department_idx" ON "warning" USING btree ("department_id","at","warning_id") WHERE waits;--> statement-breakpoint
CREATE INDEX "warning_department_answered_idx" ON "warning" USING btree ("department_id","at","warning_id") WHERE NOT waits;--> statement-breakpoint
CREATE INDEX "warning_region_idx" ON "warning" USING btree ("region_code","at","warning_id") WHERE waits_above;--> statement-breakpoint
CREATE INDEX "warning_region_answered_idx" ON "warning" USING btree ("region_code","at","warning_id") WHERE NOT waits_above;
--> statement-breakpoint
-- Cases that are there: what is known of their lights. A rung that is still to come writes its row when it is raised.
CREATE TEMPORARY TABLE "shining" ON COMMIT DROP AS
SELECT k."case_id", k."clock", k."kind", k."step_id", k."started_on", k."due_on", k."due_on" + 1 AS "late",
  least(k."due_on" + 1, (SELECT min(w."on_day") FROM "warning" w WHERE w."case_id" = k."case_id" AND w."clock" = k."clock"
    AND w."due_on" = k."due_on" AND w."on_day" > k."started_on")) AS "yellow"
FROM "case_clock" k JOIN "case_row" c ON c."case_id" = k."case_id"
WHERE c."status" = 'open' AND k."ended_on" IS NULL AND k."due_on" IS NOT NULL;
--> statement-breakpoint
UPDATE "case_row" c SET "sort_due_on" = s."due_on", "sort_clock" = s."first", "yellow_key" = s."yellow", "red_key" = coalesce(s."red", 'infinity')
FROM (SELECT "case_id", min("due_on") AS "due_on", (array_agg("clock" ORDER BY "due_on", "started_on"))[1] AS "first",
    min("yellow") AS "yellow", min("late") FILTER (WHERE "kind" <> 'step') AS "red" FROM "shining" GROUP BY "case_id") s
WHERE s."case_id" = c."case_id";
--> statement-breakpoint
UPDATE "case_task" t SET "due_key" = s."due_on", "sort_clock" = s."first", "yellow_key" = s."yellow", "red_key" = coalesce(s."red", 'infinity')
FROM (SELECT n."case_id", n."task_id", min(k."due_on") AS "due_on", (array_agg(k."clock" ORDER BY k."due_on", k."started_on"))[1] AS "first",
    min(k."yellow") AS "yellow", min(k."late") FILTER (WHERE k."kind" <> 'step') AS "red"
  FROM "case_task" n JOIN "shining" k ON k."case_id" = n."case_id" AND (k."step_id" IS NULL OR k."step_id" = n."step_id")
  GROUP BY n."case_id", n."task_id") s
WHERE s."case_id" = t."case_id" AND s."task_id" = t."task_id";
