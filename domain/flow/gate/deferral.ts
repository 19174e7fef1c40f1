import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Subject } from './subject.ts';

/** 容缺受理 is local policy (domain.md 12.1.5): what may come later has a day, and a policy that is named. */
export function checkDeferral({ definition: { materials, limits } }: Subject): Finding[] {
  const first = materials.findIndex(({ need }) => need === 'deferrable');
  const material = materials[first];
  if (material === undefined || limits.deferral !== undefined) return [];
  return [
    error({
      at: `/materials/${first}/need`,
      code: 'deferral-missing',
      message: `材料“${material.title}”可以容缺后补，但流程没有写明后补期限和依据`,
      fix: '在时限中填写容缺后补期限（limits.deferral）：期限在承诺时限以内，依据写明容缺受理所依的地方规定',
    }),
  ];
}
