import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../../domain/case/shares.ts';
import { oracleWorkdays } from '../../support/brute-force-clock.ts';
import { civil } from '../../support/expected-rungs.ts';
import { atWindow, passed, passedAgain } from '../../support/passing-flow.ts';
import { seededRandom } from '../../support/random-clock.ts';
import { Scene, at, day } from '../../support/scene.ts';

const workdays = new Set(oracleWorkdays());
const next = (date: string, days = 1) => civil(at(date) + days * 86_400_000);
const sign = { type: 'signForMaterials', stepId: 'passing' } as const;
const back = { type: 'returnToWindow', stepId: 'passing', reason: 'r' } as const;

function shares(scene: Scene, on: string) {
  return sharesOf(scene, scene.clock('notice'), day(on));
}

/** Lives a random order of passings, returns and a signature; answers who had the materials at last, by the days of the passings alone. */
function randomLife(seed: number) {
  const random = seededRandom(seed);
  const choose = (n: number) => Math.floor(random() * n);
  const receivedOn = next('2026-01-05', choose(300));
  const scene = atWindow(receivedOn);
  let date = next(receivedOn, choose(3));
  let departmentSince: string | null = null;
  passed(scene, date);
  departmentSince = date;
  for (let turn = choose(4); turn > 0; turn -= 1) {
    date = next(date, choose(2));
    scene.must(date, 'caseOfficer', back);
    departmentSince = null;
    if (choose(4) === 0) break;
    date = next(date, choose(3));
    passedAgain(scene, date);
    departmentSince = date;
  }
  if (departmentSince !== null && choose(2) === 0) scene.must(next(date, choose(3)), 'caseOfficer', sign);
  return { scene, receivedOn, departmentSince, on: next(date, choose(12)) };
}

/** Day by day: each working day from the day after the receipt up to the due day is somebody's. */
function oracle({
  receivedOn,
  departmentSince,
  on,
  dueOn,
}: Record<'receivedOn' | 'on' | 'dueOn', string> & { departmentSince: string | null }) {
  const count = { window: 0, department: 0 };
  for (let date = next(receivedOn); date <= on && date <= dueOn; date = next(date)) {
    if (!workdays.has(date)) continue;
    if (departmentSince !== null && date > departmentSince) count.department += 1;
    else count.window += 1;
  }
  return count;
}

describe('whose days the time to answer was', () => {
  it('is told day by day, for any order of passings and returns, and sums up to the days used', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { scene, receivedOn, departmentSince, on } = randomLife(seed);
      const dueOn = scene.dueOn('notice') ?? '';
      const want = oracle({ receivedOn, departmentSince, on, dueOn });
      expect([seed, shares(scene, on)]).toEqual([seed, want]);
    }
  });

  it('trap 19: of a late department stands in the red card of the lapse and in the acceptance by silence', () => {
    const scene = passed(atWindow('2026-09-14'), '2026-09-15', '2026-09-16');
    scene.must('2026-09-17', 'caseOfficer', sign);
    scene.pass('2026-09-21', '00:20');
    expect(scene.all('WarningRaised').filter(({ clock }) => clock === 'notice')).toMatchObject([
      { rung: 'Y4', shares: { window: 2, department: 2 } },
      { rung: 'R4', shares: { window: 2, department: 3 } },
    ]);
    expect(scene.all('AcceptanceDeemed')).toMatchObject([{ shares: { window: 2, department: 3 } }]);
  });

  it('stands in a silence that is seen late, all of it the window’s where nothing was passed on', () => {
    const scene = atWindow('2026-09-14');
    scene.pass('2026-09-21', '12:00');
    expect(scene.all('SilenceReached')).toMatchObject([{ shares: { window: 5, department: 0 } }]);
  });

  it('is all the department’s of what the applicant supplied to it later', () => {
    const scene = passed(atWindow('2026-09-14'), '2026-09-15');
    scene.must('2026-09-15', 'caseOfficer', sign);
    const asked = { asked: [{ kind: 'field', id: 'use', defect: 'wrong' }], mends: ['w'], consequence: 'q' } as const;
    const notice = { documentNo: '补1', servedOn: day('2026-09-16'), ...asked };
    scene.must('2026-09-16', 'caseOfficer', { type: 'askSupplement', stepId: 'acceptance', ...notice });
    scene.must('2026-09-17', 'caseOfficer', {
      type: 'declareSupplied',
      stepId: 'acceptance',
      declaredOn: day('2026-09-17'),
    });
    const again = sharesOf(scene, scene.clock('notice#2'), day('2026-09-21'));
    expect(again).toEqual({ window: 0, department: 3 });
    expect(scene.state.clocks.filter(({ kind }) => kind === 'passing')).toHaveLength(1);
  });

  it('is nobody’s where who takes in answers', () => {
    const scene = new Scene('2026-09-14');
    expect(shares(scene, '2026-09-16')).toBeNull();
    scene.pass('2026-09-21');
    expect(scene.all('WarningRaised').some((fact) => 'shares' in fact)).toBe(false);
    expect(scene.all('AcceptanceDeemed').some((fact) => 'shares' in fact)).toBe(false);
  });
});
