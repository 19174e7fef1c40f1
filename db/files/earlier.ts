import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { FileKind } from '../../domain/files/kinds.ts';
import type { ScanState } from '../../domain/files/states.ts';
import type { Party } from '../../domain/people/papers.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { foldForFinding } from '../views/sought.ts';
import { ms } from '../views/query.ts';

/** Whose, at which department, and which case asks. */
export interface Asking {
  readonly caseId: string;
  readonly departmentId: string;
  readonly applicant: Pick<Party, 'idType' | 'idNo'>;
}

interface Content {
  /** Of a file its own, of a certificate the case that ended in it. */
  readonly id: string;
  readonly caseNo: string;
  readonly sha256: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly scan: ScanState;
}

/** A file that counts in another case of the same applicant; `givenAt` in epoch ms. */
export interface EarlierFile extends Content {
  readonly materialId: string;
  readonly definition: string;
  readonly name: string;
  readonly givenAt: number;
}

/** A certificate that the department issued to the same applicant, as it went out. */
export interface EarlierCertificate extends Content {
  readonly itemCode: string;
  readonly itemName: string;
  readonly certificateNo: string;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | null;
}

/**
 * The other cases of a department whose applicant has this very paper: found by the index of words, then compared whole. What came from
 * somebody whom nobody has verified is not the applicant's.
 */
const others = `case_find w JOIN case_row c ON c.case_id = w.case_id JOIN case_head h ON h.case_id = c.case_id
    JOIN case_text t ON t.case_id = c.case_id AND t.digest = h.state #>> '{filing,applicant}'`;
const ofApplicant = `w.words @> ARRAY[$1::text] AND c.department_id = $2 AND c.case_id <> $3
    AND t.content::jsonb ->> 'idType' = $4 AND t.content::jsonb ->> 'idNo' = $5
    AND (h.state #>> '{filing,identity}' IS NULL OR h.state -> 'identity' IS NOT NULL)`;

const files = {
  name: 'earlier-files',
  text: `SELECT f.file_id AS id, c.case_no AS "caseNo", c.definition, f.material_id AS "materialId", f.name, f.size, f.sha256, b.kind, b.scan,
      ${ms('coalesce(f.taken_at, f.kept_at)')} AS "givenAt"
    FROM ${others} JOIN case_file f ON f.case_id = c.case_id JOIN blob b ON b.sha256 = f.sha256
    WHERE ${ofApplicant} AND f.state = 'kept' AND f.origin IS NULL AND (h.state -> 'received')::jsonb ? f.material_id
    ORDER BY coalesce(f.taken_at, f.kept_at) DESC, f.file_id LIMIT 200`,
};

const certificates = {
  name: 'earlier-certificates',
  text: `SELECT c.case_id AS id, c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName", d.sha256, b.size, b.kind, b.scan,
      e.body ->> 'certificateNo' AS "certificateNo", e.body ->> 'validFrom' AS "validFrom", e.body ->> 'validUntil' AS "validUntil"
    FROM ${others} JOIN item i ON i.code = c.item_code
      JOIN case_event e ON e.case_id = c.case_id AND e.body ->> 'type' = 'CertificateIssued'
      JOIN case_document d ON d.case_id = c.case_id AND d.fact_hash = e.hash JOIN blob b ON b.sha256 = d.sha256
    WHERE ${ofApplicant} AND NOT EXISTS (SELECT FROM case_event u WHERE u.case_id = c.case_id
      AND (u.body ->> 'type' IN ('GrantRevoked', 'GrantRevokedAbove')
        OR u.body ->> 'type' = 'AfterCheckFinished' AND u.body ->> 'untrue' = 'true'))
    ORDER BY e.at DESC, c.case_id LIMIT 50`,
};

/** What the same applicant supplied in other cases of the department, the latest first. It asks no right. */
export async function earlierFiles(db: Queryable, asking: Asking): Promise<EarlierFile[]> {
  return run<EarlierFile>(db, files, keysOf(asking));
}

/** The certificates that went out to the same applicant; not those of a grant that was revoked, or whose undertaking was found untrue. It asks no right. */
export async function earlierCertificates(db: Queryable, asking: Asking): Promise<EarlierCertificate[]> {
  return run<EarlierCertificate>(db, certificates, keysOf(asking));
}

function keysOf({ caseId, departmentId, applicant: { idType, idNo } }: Asking): unknown[] {
  return [`${departmentId}|=${foldForFinding(idNo)}`, departmentId, caseId, idType, idNo];
}
