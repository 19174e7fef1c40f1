import type { FactBody, FactOf } from '../../domain/case/facts/index.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Queryable } from '../client.ts';
import { ms, newQuery, rowsOf } from './query.ts';

/** One case as its page needs it: the state, and what stands outside of it. `contact`: the last change of contact and address. */
export interface CaseView {
  readonly state: CaseState;
  readonly itemName: string;
  readonly departmentName: string;
  readonly contact: Extract<FactBody, { type: 'ContactChanged' }> | null;
  /** Every request for an approval or a refusal of acceptance, oldest first; instants in epoch ms. */
  readonly requests: readonly Request[];
  /** The materials for which a file counts. */
  readonly withFile: readonly string[];
}

/** A recorded request of somebody above. */
export interface Request {
  readonly at: number;
  readonly body: FactOf<'UntimedStepRequested'> | FactOf<'ExtensionRequested'> | FactOf<'RefusalProposed'>;
}

const text = `SELECT h.state, i.name AS "itemName", d.name AS "departmentName",
    (SELECT x.body FROM case_event x WHERE x.case_id = h.case_id AND x.body->>'type' = 'ContactChanged'
      ORDER BY x.seq DESC LIMIT 1) AS contact,
    (SELECT coalesce(json_agg(json_build_object('at', ${ms('x.at')}, 'body', x.body) ORDER BY x.seq), '[]') FROM case_event x
      WHERE x.case_id = h.case_id AND x.body->>'type' IN ('UntimedStepRequested', 'ExtensionRequested', 'RefusalProposed')) AS requests,
    ARRAY(SELECT DISTINCT f.material_id FROM case_file f WHERE f.case_id = h.case_id AND f.state = 'kept') AS "withFile"
  FROM case_head h
  JOIN case_row c ON c.case_id = h.case_id
  JOIN item i ON i.code = c.item_code
  JOIN department d ON d.id = c.department_id
  WHERE h.case_id = $1`;

/**
 * One case. It asks no right: the caller compares its place with `canSee` and answers a foreign case like an unknown one. Null when
 * there is none.
 */
export async function caseView(db: Queryable, caseId: string): Promise<CaseView | null> {
  const q = newQuery();
  q.bind(caseId);
  const [view] = await rowsOf<CaseView>(db, text, q);
  return view ?? null;
}

/** The words of a case by digest (personal data: mask them), and the names of people by id. */
export interface Words {
  readonly texts: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/** The words under some digests of cases and the names of some people; what is unknown is left out. */
export async function wordsOf(
  db: Queryable,
  o: { caseIds: readonly string[]; digests: readonly string[]; people: readonly string[] },
): Promise<Words> {
  const q = newQuery();
  const text = `SELECT
    (SELECT coalesce(json_object_agg(x.digest, x.content), '{}'::json) FROM case_text x
      WHERE x.case_id = ANY (${q.bind(o.caseIds)}::uuid[]) AND x.digest = ANY (${q.bind(o.digests)}::text[])) AS texts,
    (SELECT coalesce(json_object_agg(u.id, u.name), '{}'::json) FROM app_user u
      WHERE u.id = ANY (${q.bind(o.people)}::uuid[])) AS people`;
  const [words] = await rowsOf<Words>(db, text, q);
  return words ?? { texts: {}, people: {} };
}
