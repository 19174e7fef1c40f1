import { createHash } from 'node:crypto';
import { fold } from '../../domain/case/apply.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { noHash, seal } from '../../domain/case/seal.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import type { CalendarSnapshot } from '../../domain/clock/calendar.ts';
import { readRevision } from '../../domain/clock/revision.ts';
import { definitionSha256 } from '../../domain/flow/canonical.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Db } from '../../db/client.ts';
import { testFlow } from './flow-fixture.ts';
import { caseId as sceneCaseId, Scene } from './scene.ts';

/** A case ready to be stored: a scene's facts under an id of its own, their actors as UUIDs, sealed again. */
export interface PlayedCase {
  readonly caseId: string;
  readonly world: World;
  readonly facts: readonly Fact[];
  readonly state: CaseState;
}

/** A UUID that stands for a name, the same every time. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A scene's person: by a word, or by a UUID where facts name the person too. */
function idOf(person: string): string {
  return /^[0-9a-f]{8}-/.test(person) ? person : uuidOf(person);
}

/** The scene's facts as those of the case `uuidOf(name)`, number `name`, with a UUID for each operation. */
export function stored(scene: Scene, name: string): PlayedCase {
  const caseId = uuidOf(name);
  const facts: Fact[] = [];
  for (const { body, at, recordedAt, requestId, actorId } of scene.facts) {
    const renamed: Fact['body'] = JSON.parse(JSON.stringify(body).replaceAll(sceneCaseId, caseId));
    const own = renamed.type === 'CaseFiled' ? { ...renamed, filing: { ...renamed.filing, caseNo: name } } : renamed;
    const opId = actorId === null ? requestId : uuidOf(`${name} ${requestId}`);
    const stamp = { at, recordedAt, requestId: opId, actorId: actorId === null ? null : idOf(actorId) };
    facts.push(seal(facts.at(-1) ?? { seq: 0, hash: noHash }, stamp, own));
  }
  return { caseId, world: scene.world, facts, state: fold(caseId, facts) };
}

/**
 * A whole case: expert review past its promise with warnings, one acknowledged, a reminder, a stop on the last day (finding), decision,
 * delivery.
 */
export function longStory(): Scene {
  const scene = new Scene('2026-03-02').accepted('2026-03-03');
  scene.must('2026-03-04', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' });
  scene.started('2026-03-05', 'experts', 'caseOfficer');
  scene.pass('2026-03-24');
  const warningId = scene.state.warnings.at(-1)?.id ?? '';
  scene.must('2026-03-24', 'supervisor', { type: 'acknowledge', warningId, note: 'n' });
  scene.must('2026-03-24', 'supervisor', { type: 'remind', stepId: 'experts', note: 'n' });
  return scene;
}

/** What documents must contain of the guide of its item. */
export const testGuide = { complaints: '024-0000-8602', enquiries: '024-0000-8601', place: '政务服务中心三楼' };

/** Publishes the flow of the scenes, so that worlds can be read. */
export async function publishTestFlow(db: Db, flow: FlowDefinition = testFlow): Promise<void> {
  const { itemCode, title } = flow;
  const sha = definitionSha256(flow);
  const [region, department] = ['210100', 'sy-water'];
  await db.query(`INSERT INTO region (code, name) VALUES ($1, '沈阳市') ON CONFLICT DO NOTHING`, [region]);
  await db.query(
    `INSERT INTO department (id, uscc, name, region_code, kind) VALUES ($1, 'u', '水务局', $2, 'department')
      ON CONFLICT DO NOTHING`,
    [department, region],
  );
  await db.query(
    `INSERT INTO item (code, basic_code, name, type, department_id, guide) VALUES ($1, 'b', $2, '行政许可', $3, $4)`,
    [itemCode, title, department, JSON.stringify(testGuide)],
  );
  await db.query(
    `INSERT INTO flow_version (id, item_code, version, status, definition, sha256, findings, drafted_by, published_by, published_at)
    VALUES ($1, $2, 1, 'published', $3, $4, '[]', $1, $1, '2026-01-01')`,
    [uuidOf('flow'), itemCode, JSON.stringify(flow), sha],
  );
}

/** Keeps a calendar, so that cases can adopt it. */
export async function keepCalendar(db: Db, snapshot: CalendarSnapshot): Promise<void> {
  const { region, revision } = readRevision(snapshot.revision);
  const row = [region, revision, JSON.stringify(snapshot)];
  await db.query('INSERT INTO calendar_revision (region, revision, snapshot) VALUES ($1, $2, $3)', row);
}
