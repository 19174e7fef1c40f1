import { Checkbox, Form, Input, Select } from 'antd';
import type { FormInstance, Rule } from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { papersOf, wrongPaper } from '../../domain/people/papers.ts';
import type { Party, PartyKind } from '../../domain/people/papers.ts';
import type { Said } from '../../domain/words/said.ts';
import { CardButton } from '../devices/card-button.tsx';
import type { Card } from '../devices/bridge.ts';
import { inLanguage } from '../i18n/said.ts';
import { atMost } from '../ui/counted.ts';
import { needed, phoneRule } from '../ui/rules.ts';

const grid = { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))', columnGap: 16 } as const;

/** Applicant or agent: kind, name, paper, phone. Each kind has papers of its own, whose numbers are checked while they are typed. */
export function PartyFields({ name, today }: { name: 'applicant' | 'agent'; today: CivilDate }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const kind = Form.useWatch<PartyKind | undefined>([name, 'kind'], form);
  const needs = (label: string): Rule[] => [needed(t, label, { isText: true })];
  const kinds = ['person', 'organisation'] as const;
  const checked: Rule = {
    validator: async () => {
      const wrong = wrongIn(form.getFieldValue(name), today);
      if (wrong !== null) throw new Error(inLanguage(wrong));
    },
  };
  const take = (card: Card) => {
    form.setFieldValue(name, { ...form.getFieldValue(name), idType: 'residentId', name: card.name, idNo: card.idNo });
    if (name === 'applicant') fillEmpty(form, { contact: { name: card.name }, address: card.address });
    const filled = [
      [name, 'name'],
      [name, 'idNo'],
      ...(name === 'applicant' ? [['contact', 'name'], ['address']] : []),
    ];
    void form.validateFields(filled).catch(() => undefined);
  };
  return (
    <div style={grid}>
      <Form.Item name={[name, 'kind']} label={t('clerk.partyKind')} rules={needs(t('clerk.partyKind'))}>
        <Select
          options={kinds.map((value) => ({ value, label: t(`clerk.${value}`) }))}
          onChange={(chosen: PartyKind) => form.setFieldValue([name, 'idType'], papersOf(chosen)[0])}
        />
      </Form.Item>
      <Form.Item name={[name, 'name']} label={t('clerk.partyName')} rules={needs(t('clerk.partyName'))}>
        <Input count={atMost(200)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'idType']} label={t('clerk.idType')} rules={needs(t('clerk.idType'))}>
        <Select options={papersOf(kind ?? 'person').map((value) => ({ value, label: t(`clerk.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name={[name, 'idNo']}
        label={t('clerk.idNo')}
        rules={[...needs(t('clerk.idNo')), checked]}
        dependencies={[[name, 'idType']]}
        validateTrigger="onBlur"
      >
        <Input count={atMost(40)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'phone']} label={t('clerk.phone')} rules={[phoneRule(t)]} validateTrigger="onBlur">
        <Input count={atMost(20)} autoComplete="off" inputMode="tel" />
      </Form.Item>
      {kind === 'person' && (
        <Form.Item label={t('clerk.residentId')}>
          <CardButton of={t(name === 'agent' ? 'clerk.agent' : 'clerk.party')} onCard={take} />
        </Form.Item>
      )}
    </div>
  );
}

/** What a card tells beside who somebody is, where nobody has typed anything. */
function fillEmpty(
  form: FormInstance,
  told: { readonly contact: { readonly name: string }; readonly address: string },
): void {
  if (!form.getFieldValue('address')) form.setFieldValue('address', told.address);
  const place = ['contact', 'name'];
  if (!form.getFieldValue(place)) form.setFieldValue(place, told.contact.name);
}

/** What the number of a paper itself tells to be wrong; an empty one is said to be needed elsewhere. */
function wrongIn(party: Partial<Party> | undefined, today: CivilDate): Said | null {
  const { kind, idType, idNo } = party ?? {};
  if (kind === undefined || idType === undefined || !idNo) return null;
  return wrongPaper({ kind, idType, idNo }, today)?.why ?? null;
}

/** Whom to write to and where. */
export function ContactFields() {
  const { t } = useTranslation();
  const needs = (label: string): Rule[] => [needed(t, label, { isText: true })];
  return (
    <div style={grid}>
      <Form.Item name={['contact', 'name']} label={t('clerk.contactName')} rules={needs(t('clerk.contactName'))}>
        <Input count={atMost(200)} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['contact', 'phone']}
        label={t('clerk.phone')}
        rules={[...needs(t('clerk.phone')), phoneRule(t)]}
        validateTrigger="onBlur"
      >
        <Input count={atMost(20)} autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item name="address" label={t('clerk.address')} rules={needs(t('clerk.address'))}>
        <Input count={atMost(200)} autoComplete="off" />
      </Form.Item>
      <Form.Item name="eDelivery" valuePropName="checked" label={t('clerk.eDelivery')}>
        <Checkbox>{t('frame.yes')}</Checkbox>
      </Form.Item>
    </div>
  );
}
