CREATE TABLE "document_template" (
	"department_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"opening" text,
	"closing" text,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"since" timestamp (3) with time zone,
	"in_force_by" uuid,
	CONSTRAINT "document_template_pk" PRIMARY KEY("department_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_proposed_by_app_user_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_in_force_by_app_user_id_fk" FOREIGN KEY ("in_force_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "document_template" TO shixian_app;
