import type { Step } from '../flow/definition.ts';
import type { Said } from './said.ts';

type Named = Pick<Step, 'title' | 'titleEn' | 'kind'>;

/**
 * What a step is called in English: as its department says, else by its kind. Where `among` the steps of its flow others would be called
 * the same, the Chinese title stands beside it if it says more than the kind does.
 */
export function englishStep(step: Named, kind: Said, among: readonly Named[]): string {
  if (step.titleEn !== undefined) return step.titleEn;
  const isAlone = !among.some((one) => one.kind === step.kind && one.title !== step.title && !one.titleEn);
  return isAlone || step.title === kind.zh ? kind.en : `${kind.en} (${step.title})`;
}
