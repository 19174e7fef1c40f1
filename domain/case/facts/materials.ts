import { received, sentence } from '../../words/sentence.ts';
import { reusedClauses } from '../files-taken.ts';
import type { WithFiles } from '../files-taken.ts';
import type { FactRecord } from './fact-record.ts';

export interface MaterialsReceived extends WithFiles {
  readonly type: 'MaterialsReceived';
  readonly received: readonly string[];
}

export const materialsReceived: FactRecord<MaterialsReceived> = {
  title: { zh: '收取后补材料', en: 'Deferred materials received' },
  reading: (body, book) =>
    sentence(
      { zh: '申请人补交此前缺少的材料', en: 'The applicant supplied what was still missing' },
      received(body.received.map((id) => book.material(id))),
      ...reusedClauses(body, book),
    ),
  fold: (state, { received: ids }) => ({ ...state, received: [...state.received, ...ids] }),
  tells: 'nobody',
};
