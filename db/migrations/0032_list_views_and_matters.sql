-- How a person narrows a list again and again; the days of a clock's lights; what the window has to see to.
CREATE TABLE "list_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"title" text NOT NULL,
	"query" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_clock" ADD COLUMN "yellow_key" date DEFAULT 'infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_clock" ADD COLUMN "red_key" date DEFAULT 'infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_task" ADD COLUMN "matters" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "list_view" ADD CONSTRAINT "list_view_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "list_view_title_idx" ON "list_view" USING btree ("user_id","list","title");--> statement-breakpoint
CREATE INDEX "post_department_idx" ON "post" USING btree ("department_id","role");--> statement-breakpoint
CREATE INDEX "case_task_matters_idx" ON "case_task" USING btree ("department_id","role","due_key","case_id","task_id") WHERE matters <> '{}';--> statement-breakpoint
CREATE INDEX "case_task_region_matters_idx" ON "case_task" USING btree ("region_code","due_key","case_id","task_id") WHERE matters <> '{}';
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "list_view" TO shixian_app;
--> statement-breakpoint
-- Clocks that run: what is known of their lights, as 0011 did it for cases and tasks. A rung that is still to come stands there after `npm run db:rebuild`.
UPDATE "case_clock" k SET
  "yellow_key" = least(k."due_on" + 1, (SELECT min(w."on_day") FROM "warning" w WHERE w."case_id" = k."case_id" AND w."clock" = k."clock"
    AND w."due_on" = k."due_on" AND w."on_day" > k."started_on")),
  "red_key" = CASE WHEN k."kind" IN ('step', 'promisedNotice', 'supplement', 'deferral') THEN 'infinity'::date ELSE k."due_on" + 1 END
WHERE k."ended_on" IS NULL AND k."due_on" IS NOT NULL;
--> statement-breakpoint
-- What the window has to see to in cases that are there.
UPDATE "case_task" t SET "matters" = array_remove(ARRAY[
    CASE WHEN h."state" -> 'withdrawalAsked' IS NOT NULL THEN 'withdrawal' END,
    CASE WHEN h."state" #>> '{filing,identity}' = 'unverified' AND h."state" -> 'identity' IS NULL THEN 'identity' END], NULL)
FROM "case_head" h
WHERE h."case_id" = t."case_id" AND (h."state" -> 'withdrawalAsked' IS NOT NULL OR h."state" #>> '{filing,identity}' = 'unverified');
