import { describe, expect, it } from 'vitest';
import type { TakenFile } from '../../../domain/case/files-taken.ts';
import { readFact } from '../../../domain/case/facts/index.ts';
import { caseBook } from '../../../domain/words/case-book.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, day } from '../../support/scene.ts';

const sha = (sign: string) => sign.repeat(64);
const notedBy = '0192f000-0000-7000-8000-00000000000a';
const from = {
  caseNo: 'EARLIER1',
  givenOn: day('2026-01-05'),
  goodUntil: day('2027-01-05'),
  consent: 'counter',
  notedBy,
} as const;
const files: readonly TakenFile[] = [
  { id: 'form', sha256: sha('a') },
  { id: 'plan', sha256: sha('b'), from },
  { id: 'proof', sha256: sha('c') },
];

const asked = (scene: Scene) => {
  const notice = {
    asked: [{ kind: 'material', id: 'plan', defect: 'missing' }] as const,
    mends: ['m'],
    consequence: 'c',
  };
  scene.must('2026-09-15', 'windowClerk', {
    type: 'askSupplement',
    stepId: 'intake',
    documentNo: '补1',
    servedOn: day('2026-09-15'),
    received: ['form'],
    files,
    ...notice,
  });
  return scene;
};

describe('materials that are taken in', () => {
  it('are recorded with the digests of their files, and with no others', () => {
    const scene = new Scene('2026-09-14', { materials: [] });
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['form', 'plan'], files });
    expect(scene.all('CheckedIn')).toMatchObject([{ files: files.slice(0, 2) }]);
  });

  it('say nothing of files where none was brought', () => {
    const scene = new Scene('2026-09-14', { materials: [] });
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['form', 'plan'] });
    expect(scene.all('CheckedIn')[0]).not.toHaveProperty('files');
  });

  it('do so with a supplement as well, with its notice and when it arrives', () => {
    const scene = asked(new Scene('2026-09-14', { materials: [] }));
    const arrived = [{ kind: 'material', id: 'plan' }] as const;
    const receive = { type: 'receiveSupplement', stepId: 'intake', arrived, arrivedOn: day('2026-09-16') } as const;
    scene.must('2026-09-16', 'windowClerk', { ...receive, files });
    expect(scene.all('SupplementAsked')).toMatchObject([{ files: [files[0]] }]);
    expect(scene.all('SupplementReceived')).toMatchObject([{ files: [files[1]] }]);
  });

  it('and those that were let in to come later', () => {
    const { deferral: _, ...limits } = testFlow.limits;
    const materials = testFlow.materials.map(({ id }) => ({ id, sha256: null, received: id !== 'proof' }));
    const scene = new Scene('2026-09-14', { materials }, { ...testFlow, limits }).accepted('2026-09-15');
    scene.must('2026-09-16', 'windowClerk', { type: 'receiveMaterials', received: ['proof'], files });
    expect(scene.all('MaterialsReceived')).toMatchObject([{ files: [files[2]] }]);
  });
});

describe('a file that was given before', () => {
  const sentence = (origin: object) => {
    const scene = new Scene('2026-09-14', { materials: [] });
    const used = [{ id: 'plan', sha256: sha('b'), from: { ...from, ...origin } }];
    scene.must('2026-09-14', 'windowClerk', {
      type: 'checkIn',
      stepId: 'intake',
      received: ['form', 'plan'],
      files: used,
    });
    const book = caseBook({ definition: testFlow, facts: scene.facts, texts: {}, people: { [notedBy]: '江迎春' } });
    return scene.all('CheckedIn').map((fact) => readFact(fact, book));
  };

  it('says in the fact where, until when and with whose consent', () => {
    expect(sentence({})[0]?.zh).toContain(
      '平面图使用办件EARLIER1于2026年1月5日提交的文件（有效至2027年1月5日），申请人当面同意，由江迎春记录',
    );
    expect(sentence({ goodUntil: null, certificateNo: '证12' })[0]?.zh).toContain(
      '平面图使用本机关2026年1月5日核发的证照证12，申请人当面同意',
    );
  });
});
