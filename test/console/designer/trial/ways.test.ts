import { describe, expect, it } from 'vitest';
import { itemSeeds } from '../../../../db/seed/items/index.ts';
import { medicalDevices } from '../../../../db/seed/items/medical-devices.ts';
import { samplesOf } from '../../../../contract/conditions/samples.ts';
import { fieldsRead, firstAnswers, waysOf } from '../../../../console/designer/trial/ways.ts';
import { chooseByForm } from '../../../../server/conditions.ts';
import { day } from '../../../support/scene.ts';

describe('what a form chooses in a trial', () => {
  it('is what the API chooses at filing, for every sample form of the demo items', () => {
    const chosen = new Set<string>();
    for (const { definition } of itemSeeds) {
      const fields = fieldsRead(definition);
      const begin = firstAnswers(definition.form, day('2026-03-02'));
      for (const sample of samplesOf(fields)) {
        const form = { ...begin, ...sample };
        const ways = waysOf(definition, form);
        const real = chooseByForm(definition, form, 'ab'.repeat(32));
        if ('undecided' in ways || 'undecided' in real) {
          expect(['undecided' in ways, 'undecided' in real]).toEqual([true, true]);
          continue;
        }
        const labels = Object.entries(real.formChoices ?? {}).map(([id, { label }]) => [id, label]);
        expect([ways.branch, ways.byForm]).toEqual([real.branch, Object.fromEntries(labels)]);
        chosen.add(`${definition.title} ${ways.titles.join()}`);
      }
    }
    // 取水: one branch and none; 超限: each of three and none; 医疗器械: two ways of the form; one for each of the others.
    expect(chosen.size).toBeGreaterThan(11);
  });

  it('asks only for the fields that conditions read', () => {
    expect(fieldsRead(medicalDevices.definition).map(({ key }) => key)).toEqual(['kind']);
  });

  it('is undecided where a condition yields nothing, and says which', () => {
    const [branch] = [{ id: 'b', title: '按比例', when: '10 / form.n > 1', limits: {} }];
    const { definition } = medicalDevices;
    const form = [{ key: 'n', title: 'n', type: 'integer', required: true } as const];
    const drawn = { ...definition, form, body: { type: 'sequence', blocks: [] } as const, limitBranches: [branch] };
    expect(waysOf(drawn, { n: 0 })).toEqual({ undecided: '按比例' });
    expect(waysOf(drawn, { n: 2 })).toMatchObject({ branch: 'b' });
  });

  it('asks, as the API does, no limit branch behind the one that is taken', () => {
    const { definition } = medicalDevices;
    const form = [{ key: 'n', title: 'n', type: 'integer', required: true } as const];
    const limitBranches = [
      { id: 'none', title: '没有', when: 'form.n == 0', limits: {} },
      { id: 'share', title: '按比例', when: '10 / form.n > 1', limits: {} },
    ];
    const drawn = { ...definition, form, body: { type: 'sequence', blocks: [] } as const, limitBranches };
    expect(waysOf(drawn, { n: 0 })).toMatchObject({ branch: 'none', titles: ['没有'] });
    expect(chooseByForm(drawn, { n: 0 }, 'ab'.repeat(32))).toMatchObject({ branch: 'none' });
  });
});
