CREATE TABLE "document_number" (
	"op_id" uuid PRIMARY KEY NOT NULL,
	"department_id" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"serial" integer,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"case_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_pattern" (
	"department_id" text NOT NULL,
	"kind" text NOT NULL,
	"pattern" text,
	"since" timestamp (3) with time zone,
	"in_force_by" uuid,
	"proposed" text,
	"proposed_by" uuid,
	CONSTRAINT "number_pattern_pk" PRIMARY KEY("department_id","kind")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"department_id" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	"begun" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "number_series_pk" PRIMARY KEY("department_id","kind","year")
);
--> statement-breakpoint
ALTER TABLE "number_pattern" ADD CONSTRAINT "number_pattern_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_pattern" ADD CONSTRAINT "number_pattern_in_force_by_app_user_id_fk" FOREIGN KEY ("in_force_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_pattern" ADD CONSTRAINT "number_pattern_proposed_by_app_user_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_number_once_idx" ON "document_number" USING btree ("department_id","kind","text") WHERE (state <> 'void' OR serial IS NOT NULL) AND reason IS DISTINCT FROM 'before';--> statement-breakpoint
CREATE UNIQUE INDEX "document_number_serial_idx" ON "document_number" USING btree ("department_id","kind","year","serial") WHERE serial IS NOT NULL;--> statement-breakpoint
CREATE INDEX "document_number_list_idx" ON "document_number" USING btree ("department_id","at","op_id");--> statement-breakpoint
CREATE INDEX "document_number_case_idx" ON "document_number" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "number_pattern_once_idx" ON "number_pattern" USING btree ("department_id","pattern");--> statement-breakpoint
-- The numbers of before: as the journal tells them. One that stands twice was possible then: the later ones are marked, and free to none.
INSERT INTO document_number (op_id, department_id, kind, year, text, state, reason, case_id, at)
SELECT t.op_id, t.department_id, t.kind, t.year, t.text, 'used',
    CASE WHEN row_number() OVER (PARTITION BY t.department_id, t.kind, t.text ORDER BY t.at, t.op_id) > 1 THEN 'before' END, t.case_id, t.at
  FROM (SELECT DISTINCT ON (e.request_id) e.request_id::uuid AS op_id, c.department_id, e.case_id, e.at,
      extract(year FROM e.at AT TIME ZONE 'Asia/Shanghai')::int AS year,
      coalesce(e.body->>'documentNo', e.body->>'certificateNo') AS text,
      CASE e.body->>'type'
        WHEN 'CaseAccepted' THEN 'acceptanceNotice' WHEN 'AcceptedAfterSupplement' THEN 'acceptanceNotice'
        WHEN 'AcceptanceNoticeIssued' THEN 'acceptanceNotice' WHEN 'AcceptedOnUndertaking' THEN 'acceptanceNotice'
        WHEN 'AcceptanceRefused' THEN 'nonAcceptanceNotice' WHEN 'PermitNotNeeded' THEN 'nonAcceptanceNotice'
        WHEN 'SupplementAsked' THEN 'supplementNotice'
        WHEN 'SupplementLapsed' THEN CASE e.body->>'result' WHEN 'deemedWithdrawn' THEN 'terminationNotice' ELSE 'nonAcceptanceNotice' END
        WHEN 'MaterialsDeferred' THEN 'deferralNotice' WHEN 'DeferralLapsed' THEN 'terminationNotice'
        WHEN 'NoticeRecorded' THEN 'timeNeededNotice' WHEN 'ExtensionApproved' THEN 'extensionNotice'
        WHEN 'DecisionMade' THEN CASE e.body->>'outcome' WHEN 'grant' THEN 'grantDecision' ELSE 'refusalDecision' END
        WHEN 'CertificateIssued' THEN 'certificate' END AS kind
    FROM case_event e JOIN case_row c ON c.case_id = e.case_id
    WHERE e.body ?| ARRAY['documentNo', 'certificateNo'] AND e.request_id <> 'tick'
    ORDER BY e.request_id, e.case_id, e.seq) t
  WHERE t.kind IS NOT NULL AND t.text IS NOT NULL;
--> statement-breakpoint
-- A number is given once: it becomes used or void, and nothing else of it ever changes, whoever writes.
CREATE FUNCTION refuse_other_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'reserved' AND NEW.state <> 'reserved'
    AND (NEW.op_id, NEW.department_id, NEW.kind, NEW.year, NEW.text, NEW.case_id, NEW.at)
      = (OLD.op_id, OLD.department_id, OLD.kind, OLD.year, OLD.text, OLD.case_id, OLD.at)
    AND NEW.serial IS NOT DISTINCT FROM OLD.serial
    AND (NEW.state = 'void') = (NEW.reason IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'expected number % to stay as it is, but got %', OLD.text, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER document_number_no_change BEFORE UPDATE OR DELETE ON document_number FOR EACH ROW EXECUTE FUNCTION refuse_other_number();
--> statement-breakpoint
CREATE TRIGGER document_number_no_truncate BEFORE TRUNCATE ON document_number FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A series never goes back.
CREATE FUNCTION refuse_lower_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.last >= OLD.last
    AND (NEW.department_id, NEW.kind, NEW.year) = (OLD.department_id, OLD.kind, OLD.year) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'expected the series to go on from %, but got %', OLD.last, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER number_series_no_change BEFORE UPDATE OR DELETE ON number_series FOR EACH ROW EXECUTE FUNCTION refuse_lower_series();
--> statement-breakpoint
CREATE TRIGGER number_series_no_truncate BEFORE TRUNCATE ON number_series FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE document_number ENABLE ALWAYS TRIGGER document_number_no_change;
--> statement-breakpoint
ALTER TABLE document_number ENABLE ALWAYS TRIGGER document_number_no_truncate;
--> statement-breakpoint
ALTER TABLE number_series ENABLE ALWAYS TRIGGER number_series_no_change;
--> statement-breakpoint
ALTER TABLE number_series ENABLE ALWAYS TRIGGER number_series_no_truncate;
--> statement-breakpoint
-- UPDATE on the whole table, because LOCK TABLE asks for that; the triggers hold what may change.
GRANT SELECT, INSERT, UPDATE ON document_number, number_series, number_pattern TO shixian_app;
