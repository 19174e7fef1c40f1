import type { OkOf } from '../../contract/routes.ts';

/** A case as the API shows it, and one of its steps. */
export type CaseData = OkOf<'oneCase'>;
export type StepData = CaseData['steps'][number];
