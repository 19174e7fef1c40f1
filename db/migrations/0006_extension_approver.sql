ALTER TABLE "case_step" ADD COLUMN "extension_approver" text;--> statement-breakpoint
-- Extensions that wait already: on the first open step of their case, as the projection writes it.
UPDATE "case_step" s SET "extension_approver" = f."definition" #>> '{limits,extension,approver}'
FROM "case_head" h JOIN "case_row" c ON c."case_id" = h."case_id" JOIN "flow_version" f ON f."sha256" = c."definition"
WHERE s."case_id" = h."case_id" AND s."open" AND h."state" #>> '{extension,state}' = 'requested'
  AND s."step_id" = (SELECT step ->> 'id' FROM json_array_elements(h."state" -> 'steps') WITH ORDINALITY AS x (step, place)
    WHERE step ->> 'finishedAt' IS NULL ORDER BY place LIMIT 1);--> statement-breakpoint
CREATE INDEX "case_step_extension_idx" ON "case_step" USING btree ("department_id","extension_approver","due_key","case_id","step_id") WHERE open AND extension_approver IS NOT NULL;