CREATE TABLE "case_secret" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT ON "case_secret" TO shixian_app;
--> statement-breakpoint
-- Cases that are there get a key for what is said from now on; their old digests stay as the journal has them. Each identifier brings
-- 122 random bits, without any extension.
INSERT INTO "case_secret" ("case_id", "secret")
SELECT "case_id", replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') FROM "case_head"
UNION ALL
SELECT "case_id", replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') FROM "intent" WHERE "kind" = 'filing' AND "case_id" NOT IN (SELECT "case_id" FROM "case_head");
