CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"title" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	CONSTRAINT "app_user_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "department" (
	"id" text PRIMARY KEY NOT NULL,
	"uscc" text NOT NULL,
	"name" text NOT NULL,
	"region_code" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "department_uscc_unique" UNIQUE("uscc")
);
--> statement-breakpoint
CREATE TABLE "post" (
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"department_id" text NOT NULL,
	CONSTRAINT "post_pk" PRIMARY KEY("user_id","role","department_id")
);
--> statement-breakpoint
CREATE TABLE "region" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"data" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "business_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_revision" (
	"revision" text PRIMARY KEY NOT NULL,
	"snapshot" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_serial" (
	"item_code" text NOT NULL,
	"day" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_serial_pk" PRIMARY KEY("item_code","day")
);
--> statement-breakpoint
CREATE TABLE "flow_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_code" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"definition" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"findings" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"drafted_by" uuid NOT NULL,
	"published_by" uuid,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "flow_version_item_version_key" UNIQUE("item_code","version")
);
--> statement-breakpoint
CREATE TABLE "item" (
	"code" text PRIMARY KEY NOT NULL,
	"basic_code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"department_id" text NOT NULL,
	"guide" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_event" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"request_id" text NOT NULL,
	"actor_id" uuid,
	"body" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "case_event_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "case_head" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	"state" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_text" (
	"case_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "case_text_pk" PRIMARY KEY("case_id","digest")
);
--> statement-breakpoint
CREATE TABLE "intent" (
	"op_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"posts" jsonb NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"body_hash" text NOT NULL,
	"state" text NOT NULL,
	"attempt" integer NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"answer_status" integer,
	"answer" json
);
--> statement-breakpoint
CREATE TABLE "case_clock" (
	"case_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"kind" text NOT NULL,
	"step_id" text,
	"started_on" date NOT NULL,
	"limit_count" integer NOT NULL,
	"limit_unit" text NOT NULL,
	"extension" integer NOT NULL,
	"stops" jsonb NOT NULL,
	"ended_on" date,
	"due_on" date,
	"provisional" boolean NOT NULL,
	"lapsed_on" date,
	CONSTRAINT "case_clock_pk" PRIMARY KEY("case_id","clock")
);
--> statement-breakpoint
CREATE TABLE "case_row" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"case_no" text NOT NULL,
	"item_code" text NOT NULL,
	"department_id" text NOT NULL,
	"region_code" text NOT NULL,
	"definition" text NOT NULL,
	"applicant" text NOT NULL,
	"seq" integer NOT NULL,
	"status" text NOT NULL,
	"result" text,
	"received_on" date NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"accepted_on" date,
	"decided_on" date,
	"closed_at" timestamp (3) with time zone,
	"due_on" date,
	"provisional" boolean NOT NULL,
	"sort_due_on" date,
	"sort_clock" text,
	CONSTRAINT "case_row_case_no_unique" UNIQUE("case_no")
);
--> statement-breakpoint
CREATE TABLE "case_step" (
	"case_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"department_id" text NOT NULL,
	"region_code" text NOT NULL,
	"item_code" text NOT NULL,
	"open" boolean NOT NULL,
	"untimed" boolean NOT NULL,
	"phase" text,
	"next_role" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_on" date NOT NULL,
	"started_on" date,
	"promise_due_on" date,
	"sort_due_on" date,
	"sort_clock" text,
	"reminders" integer NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"finished_by" uuid,
	"outcome" text,
	CONSTRAINT "case_step_pk" PRIMARY KEY("case_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"code" text NOT NULL,
	"step_id" text,
	"clock" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "finding_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"message_id" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"role" text NOT NULL,
	"department_id" text NOT NULL,
	"region_code" text NOT NULL,
	"kind" text NOT NULL,
	"level" text,
	"ref_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_read" (
	"message_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_read_pk" PRIMARY KEY("message_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "warning" (
	"warning_id" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"clock" text NOT NULL,
	"epoch" integer NOT NULL,
	"rung" text NOT NULL,
	"level" text NOT NULL,
	"to_roles" text[] NOT NULL,
	"department_id" text NOT NULL,
	"region_code" text NOT NULL,
	"on_day" date NOT NULL,
	"due_on" date,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"late" boolean NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" uuid,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department" ADD CONSTRAINT "department_region_code_region_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_version" ADD CONSTRAINT "flow_version_item_code_item_code_fk" FOREIGN KEY ("item_code") REFERENCES "public"."item"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_user_idx" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "flow_version_sha256_idx" ON "flow_version" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "case_event_request_idx" ON "case_event" USING btree ("case_id","request_id");--> statement-breakpoint
CREATE INDEX "intent_open_idx" ON "intent" USING btree ("lease_until") WHERE state = 'sent';--> statement-breakpoint
CREATE INDEX "intent_case_idx" ON "intent" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_row_department_due_idx" ON "case_row" USING btree ("department_id","status","sort_due_on","case_id");--> statement-breakpoint
CREATE INDEX "case_row_region_due_idx" ON "case_row" USING btree ("region_code","status","sort_due_on","case_id");--> statement-breakpoint
CREATE INDEX "case_row_department_closed_idx" ON "case_row" USING btree ("department_id","status","closed_at","case_id");--> statement-breakpoint
CREATE INDEX "case_row_item_idx" ON "case_row" USING btree ("item_code","status");--> statement-breakpoint
CREATE INDEX "case_step_worklist_idx" ON "case_step" USING btree ("department_id","next_role","open","sort_due_on","case_id","step_id");--> statement-breakpoint
CREATE INDEX "case_step_ledger_idx" ON "case_step" USING btree ("region_code","untimed","open","promise_due_on","case_id","step_id");--> statement-breakpoint
CREATE INDEX "case_step_finished_idx" ON "case_step" USING btree ("finished_by","finished_at","case_id");--> statement-breakpoint
CREATE INDEX "message_department_idx" ON "message" USING btree ("department_id","role","at");--> statement-breakpoint
CREATE INDEX "message_region_idx" ON "message" USING btree ("region_code","role","at");--> statement-breakpoint
CREATE INDEX "warning_case_idx" ON "warning" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "warning_department_idx" ON "warning" USING btree ("department_id","at","warning_id");--> statement-breakpoint
CREATE INDEX "warning_region_idx" ON "warning" USING btree ("region_code","at","warning_id");