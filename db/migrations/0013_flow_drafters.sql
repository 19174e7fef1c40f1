-- Who wrote a part of a version besides its last editor: none of them publishes it. Of versions of before only the last editor is known.
ALTER TABLE "flow_version" ADD COLUMN "drafted_before" uuid[] DEFAULT '{}' NOT NULL;
