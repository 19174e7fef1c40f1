import { numberedKinds } from '../../domain/documents/kind-names.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { usualPattern } from '../../domain/numbers/pattern.ts';
import type { Staff } from './catalogue.ts';

/** How each demo department that decides items is called in the numbers of its documents. */
export const offices = {
  'sy-water': '沈水',
  'sy-housing': '沈建',
  'sh-market': '沈河市监',
  'sy-health': '沈卫',
  'sy-market': '沈市监',
  'ln-transport': '辽交',
} as const;

/** How each kind is called in them; what bears no number has no word. */
const words: Readonly<
  Record<Exclude<DocumentKind, 'receipt' | 'passingSheet' | 'hearingRecord' | 'serviceReturn'>, string>
> = {
  acceptanceNotice: '受',
  nonAcceptanceNotice: '不受',
  supplementNotice: '补',
  deferralNotice: '容',
  timeNeededNotice: '告',
  statementNotice: '陈告',
  hearingRightNotice: '听告',
  hearingNotice: '听',
  hearingAnnouncement: '听公',
  correctionNotice: '更',
  revocationDecision: '撤',
  extensionNotice: '延',
  grantDecision: '准',
  refusalDecision: '不准',
  certificate: '证',
  terminationNotice: '终',
};

/** The pattern by which a demo department numbers each kind, such as 沈水受字〔{年}〕{号}号. */
export function demoPatterns(office: string): readonly { readonly kind: DocumentKind; readonly pattern: string }[] {
  const worded = Object.entries(words);
  return numberedKinds.flatMap((kind) => {
    const word = worded.find(([name]) => name === kind)?.[1];
    return word === undefined ? [] : [{ kind, pattern: usualPattern(`${office}${word}字`) }];
  });
}

/** Puts the patterns in force: proposed by the administrator, enforced by the section chief. What was typed before stays, and the series goes on above it. */
export async function numberBySeries(staff: Staff): Promise<void> {
  for (const [departmentId, office] of Object.entries(offices)) {
    const proposer = await staff.as('departmentAdmin', departmentId);
    const second = await staff.as('sectionChief', departmentId);
    for (const { kind, pattern } of demoPatterns(office)) {
      const { status, text } = await proposer.send('PUT', '/number-patterns', { departmentId, kind, pattern });
      if (status !== 204) throw new Error(`expected the pattern ${pattern} to be taken, but got ${status} ${text}`);
      await second.post('/number-patterns/in-force', { departmentId, kind });
    }
  }
}
