-- Numbers of documents are found however their brackets, widths and blanks are typed: between digits a stroke stands for them, elsewhere nothing.
CREATE FUNCTION fold_number(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(upper(normalize(t, NFKC)), '[][〔〕()【】{}〈〉《》「」号第年_/\\.–—\s-]+', '/', 'g'),
    '(?<![0-9])/|/(?![0-9])', '', 'g'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g')
$$;
--> statement-breakpoint
-- Year and serial of a folded number, `2026/12`; null where it ends otherwise.
CREATE FUNCTION number_tail(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT substring(folded from '(?:^|[^0-9])((?:19|20)[0-9]{2})[^0-9](?:.*[^0-9])?[0-9]+$') || '/' || substring(folded from '[^0-9]([0-9]+)$')
$$;
--> statement-breakpoint
-- As before, with two differences. Of the form: its texts in pairs of signs, numbers in them whole (=) and by their last four signs (~).
-- And names of people stand whole only; those of organisations in pairs as before.
CREATE OR REPLACE FUNCTION find_words(of_case uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH kept AS (
    SELECT c.department_id, c.definition, p.part, CASE WHEN t.content LIKE '{%' THEN t.content::jsonb ELSE jsonb_build_object('name', t.content) END AS it
    FROM case_row c JOIN case_event e ON e.case_id = c.case_id AND e.body ->> 'type' IN ('CaseFiled', 'ContactChanged')
      CROSS JOIN LATERAL (VALUES ('party', e.body #>> '{filing,applicant}'), ('party', e.body #>> '{filing,agent}'),
        ('contact', e.body #>> '{filing,contact}'), ('contact', e.body ->> 'contact'), ('form', e.body #>> '{filing,form}')) p (part, digest)
      JOIN case_text t ON t.case_id = c.case_id AND t.digest = p.digest
    WHERE c.case_id = of_case
  ), field AS (
    SELECT k.department_id, f.it ->> 'title' ~ '姓名|联系人|代表人|负责人' AS person, fold_for_finding(left(k.it ->> (f.it ->> 'key'), 400)) AS t
    FROM kept k CROSS JOIN LATERAL (SELECT v.definition FROM flow_version v WHERE v.sha256 = k.definition LIMIT 1) v
      CROSS JOIN LATERAL jsonb_array_elements(v.definition -> 'form') f (it)
    WHERE k.part = 'form' AND f.it ->> 'type' = 'text' AND jsonb_typeof(k.it -> (f.it ->> 'key')) = 'string'
  ), name AS (
    SELECT department_id, part = 'contact' OR it ->> 'kind' = 'person' AS person, fold_for_finding(it ->> 'name') AS t
      FROM kept WHERE part <> 'form' AND it ->> 'name' IS NOT NULL
    UNION ALL SELECT department_id, person, regexp_replace(t, '[0-9]{7,}X?', ' ', 'g') FROM field WHERE t !~ '^(?=.*[0-9])[0-9A-Z-]+$'
  ), number AS (
    SELECT department_id, fold_for_finding(v) AS t FROM kept, unnest(ARRAY[it ->> 'idNo', it ->> 'phone']) v WHERE part <> 'form' AND v IS NOT NULL
    UNION ALL SELECT department_id, t FROM field WHERE t ~ '^(?=.*[0-9])[0-9A-Z-]+$'
    UNION ALL SELECT department_id, m[1] FROM field, regexp_matches(t, '([0-9]{7,}X?)', 'g') m WHERE t !~ '^(?=.*[0-9])[0-9A-Z-]+$'
  )
  SELECT coalesce(array_agg(DISTINCT department_id || '|' || w), '{}') FROM (
    SELECT department_id, substr(t, i, 2) FROM name, generate_series(1, length(t) - 1) i WHERE NOT coalesce(person, false)
    UNION ALL SELECT department_id, '=' || t FROM name
    UNION ALL SELECT department_id, '=' || t FROM number
    UNION ALL SELECT department_id, '~' || right(t, 4) FROM number
  ) words (department_id, w)
$$;
--> statement-breakpoint
UPDATE "case_find" SET "words" = find_words("case_id");
--> statement-breakpoint
CREATE INDEX "document_number_whole_idx" ON "document_number" USING btree (fold_number("text")) WHERE state = 'used';--> statement-breakpoint
CREATE INDEX "document_number_tail_idx" ON "document_number" USING btree ("department_id",number_tail(fold_number("text"))) WHERE state = 'used';