import type { TFunction } from 'i18next';
import type { FlowDefinition } from '../../domain/flow/definition.ts';

/** What a field is called on the page, by its pointer in the draft. */
export function pointerTitle(t: TFunction, pointer: string, { form }: Pick<FlowDefinition, 'form'>): string {
  const [, of = '', field = ''] = pointer.split('/');
  if (of === 'form') return form.find(({ key }) => key === field)?.title ?? field;
  if (of === 'address') return t('clerk.address');
  if (of === 'contact') return t(field === 'name' ? 'clerk.contactName' : 'clerk.phone');
  const words = { name: t('clerk.partyName'), idNo: t('clerk.idNo'), phone: t('clerk.phone') };
  const word = field === 'name' || field === 'idNo' || field === 'phone' ? words[field] : field;
  return `${t(of === 'agent' ? 'online.agent' : 'online.applicant')} ${word}`;
}
