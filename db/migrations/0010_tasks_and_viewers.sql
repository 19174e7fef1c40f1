CREATE TABLE "warning_seen" (
	"case_id" uuid NOT NULL,
	"warning_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "warning_seen_pk" PRIMARY KEY("case_id","warning_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "case_seen" (
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"viewer" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "case_seen_pk" PRIMARY KEY("case_id","kind","viewer")
);
--> statement-breakpoint
CREATE TABLE "case_task" (
	"case_id" uuid NOT NULL,
	"task_id" text NOT NULL,
	"step_id" text NOT NULL,
	"role" text NOT NULL,
	"department_id" text NOT NULL,
	"region_code" text NOT NULL,
	"item_code" text NOT NULL,
	"origin" text NOT NULL,
	"assignee" uuid,
	"due_key" date NOT NULL,
	"sort_clock" text,
	CONSTRAINT "case_task_pk" PRIMARY KEY("case_id","task_id")
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "case_task", "case_seen", "warning_seen" TO shixian_app;
--> statement-breakpoint
-- Cases that are there: what each open step waits for, as the projection writes it.
INSERT INTO "case_task" ("case_id", "task_id", "step_id", "role", "department_id", "region_code", "item_code", "origin", "assignee", "due_key", "sort_clock")
SELECT s."case_id", CASE s."phase" WHEN 'requested' THEN 'start:' ELSE '' END || s."step_id", s."step_id", s."next_role",
  coalesce(x.step #>> '{drawn,departmentId}', s."department_id"), s."region_code", s."item_code",
  CASE s."phase" WHEN 'requested' THEN 'start' ELSE 'step' END,
  CASE WHEN s."phase" IS DISTINCT FROM 'requested' THEN (x.step ->> 'assignee')::uuid END, s."due_key", s."sort_clock"
FROM "case_step" s JOIN "case_head" h ON h."case_id" = s."case_id"
  CROSS JOIN LATERAL json_array_elements(h."state" -> 'steps') AS x (step)
WHERE s."open" AND x.step ->> 'id' = s."step_id"
UNION ALL
SELECT "case_id", 'extension', "step_id", "extension_approver", "department_id", "region_code", "item_code", 'extension', NULL, "due_key", "sort_clock"
FROM "case_step" WHERE "open" AND "extension_approver" IS NOT NULL;
--> statement-breakpoint
-- Who was let in: the department, others with a step, and whoever held a task.
INSERT INTO "case_seen" ("case_id", "kind", "viewer", "closed_at")
SELECT c."case_id", seen."kind", seen."viewer", c."closed_at" FROM "case_row" c JOIN (
  SELECT "case_id", 'department' AS "kind", "department_id" AS "viewer" FROM "case_row"
  UNION SELECT h."case_id", 'department', x.step #>> '{drawn,departmentId}'
    FROM "case_head" h CROSS JOIN LATERAL json_array_elements(h."state" -> 'steps') AS x (step)
  UNION SELECT "case_id", 'person', CASE "body" ->> 'type' WHEN 'TaskClaimed' THEN "actor_id"::text ELSE "body" ->> 'to' END
    FROM "case_event" WHERE "body" ->> 'type' IN ('TaskClaimed', 'TaskHandedOver', 'TaskReassigned')
) seen ON seen."case_id" = c."case_id" WHERE seen."viewer" IS NOT NULL;
--> statement-breakpoint
INSERT INTO "warning_seen" ("case_id", "warning_id", "person_id", "at")
SELECT DISTINCT ON ("case_id", "body" ->> 'warningId', "actor_id") "case_id", "body" ->> 'warningId', "actor_id", "at" FROM "case_event"
WHERE "body" ->> 'type' = 'WarningAcknowledged' AND "body" ->> 'as' = 'self' AND "actor_id" IS NOT NULL
ORDER BY "case_id", "body" ->> 'warningId', "actor_id", "seq";
--> statement-breakpoint
DROP INDEX "case_row_department_closed_idx";--> statement-breakpoint
DROP INDEX "case_step_worklist_idx";--> statement-breakpoint
DROP INDEX "case_step_extension_idx";--> statement-breakpoint
DROP INDEX "case_step_region_idx";--> statement-breakpoint
DROP INDEX "case_step_item_idx";--> statement-breakpoint
DROP INDEX "case_row_region_closed_idx";--> statement-breakpoint
DROP INDEX "warning_region_idx";--> statement-breakpoint
DROP INDEX "warning_region_answered_idx";--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "waits_above" boolean GENERATED ALWAYS AS (acknowledged_at IS NULL OR (level = 'red' AND acknowledged_as IS NOT DISTINCT FROM 'responsible')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "case_seen_closed_idx" ON "case_seen" USING btree ("kind","viewer","closed_at","case_id") WHERE closed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "case_task_post_idx" ON "case_task" USING btree ("department_id","role","due_key","case_id","task_id");--> statement-breakpoint
CREATE INDEX "case_task_region_idx" ON "case_task" USING btree ("region_code","due_key","case_id","task_id");--> statement-breakpoint
CREATE INDEX "case_task_item_idx" ON "case_task" USING btree ("item_code","due_key","case_id","task_id");--> statement-breakpoint
CREATE INDEX "case_task_assignee_idx" ON "case_task" USING btree ("assignee","due_key","case_id","task_id") WHERE assignee IS NOT NULL;--> statement-breakpoint
CREATE INDEX "case_row_region_closed_idx" ON "case_row" USING btree ("region_code","closed_at","case_id") WHERE closed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "warning_region_idx" ON "warning" USING btree ("region_code","at","warning_id") WHERE waits_above;--> statement-breakpoint
CREATE INDEX "warning_region_answered_idx" ON "warning" USING btree ("region_code","at","warning_id") WHERE NOT waits_above;--> statement-breakpoint
ALTER TABLE "case_step" DROP COLUMN "next_role";--> statement-breakpoint
ALTER TABLE "case_step" DROP COLUMN "extension_approver";--> statement-breakpoint
ALTER TABLE "case_step" DROP COLUMN "due_key";--> statement-breakpoint
ALTER TABLE "case_step" DROP COLUMN "sort_due_on";--> statement-breakpoint
ALTER TABLE "case_step" DROP COLUMN "sort_clock";