-- How a person narrows a list again and again.
CREATE TABLE "list_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"title" text NOT NULL,
	"query" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "list_view" ADD CONSTRAINT "list_view_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "list_view_title_idx" ON "list_view" USING btree ("user_id","list","title");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "list_view" TO shixian_app;
