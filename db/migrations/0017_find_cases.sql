-- What cases are found by: names in pairs of signs, numbers of papers and phones whole (=) and by their last four signs (~), each under
-- the department whose people may look for it. Made of the texts when a case is filed or its contact changes; no rebuild touches it.
CREATE TABLE "case_find" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"words" text[] NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "case_find" TO shixian_app;
--> statement-breakpoint
CREATE FUNCTION fold_for_finding(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT upper(regexp_replace(normalize(t, NFKC), '\s', '', 'g'))
$$;
--> statement-breakpoint
CREATE FUNCTION find_words(of_case uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH party AS (
    SELECT c.department_id, CASE WHEN t.content LIKE '{%' THEN t.content::jsonb ELSE jsonb_build_object('name', t.content) END AS it
    FROM case_row c JOIN case_event e ON e.case_id = c.case_id AND e.body ->> 'type' IN ('CaseFiled', 'ContactChanged')
      JOIN case_text t ON t.case_id = c.case_id AND t.digest IN (e.body #>> '{filing,applicant}', e.body #>> '{filing,agent}',
        e.body #>> '{filing,contact}', e.body ->> 'contact')
    WHERE c.case_id = of_case
  ), name AS (
    SELECT department_id, fold_for_finding(it ->> 'name') AS t FROM party WHERE it ->> 'name' IS NOT NULL
  ), number AS (
    SELECT department_id, fold_for_finding(v) AS t FROM party, unnest(ARRAY[it ->> 'idNo', it ->> 'phone']) v WHERE v IS NOT NULL
  )
  SELECT coalesce(array_agg(DISTINCT department_id || '|' || w), '{}') FROM (
    SELECT department_id, substr(t, i, 2) FROM name, generate_series(1, length(t) - 1) i
    UNION ALL SELECT department_id, '=' || t FROM name
    UNION ALL SELECT department_id, '=' || t FROM number
    UNION ALL SELECT department_id, '~' || right(t, 4) FROM number
  ) words (department_id, w)
$$;
--> statement-breakpoint
CREATE FUNCTION keep_find_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_find (case_id, words) SELECT NEW.case_id, find_words(NEW.case_id)
    ON CONFLICT (case_id) DO UPDATE SET words = EXCLUDED.words;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER case_event_keep_find_words AFTER INSERT ON case_event
  FOR EACH ROW WHEN (NEW.body ->> 'type' IN ('CaseFiled', 'ContactChanged')) EXECUTE FUNCTION keep_find_words();
--> statement-breakpoint
INSERT INTO "case_find" SELECT "case_id", find_words("case_id") FROM "case_row";
--> statement-breakpoint
CREATE INDEX "case_find_words_idx" ON "case_find" USING gin ("words");--> statement-breakpoint
CREATE INDEX "case_row_no_suffix_idx" ON "case_row" USING btree (reverse("case_no") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "case_row_region_received_idx" ON "case_row" USING btree ("region_code","received_on","case_id");
