import { Checkbox, Form, Input, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { atMost } from '../ui/counted.ts';

const grid = { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))', columnGap: 16 } as const;

/** Applicant or agent: kind, name, paper, phone. */
export function PartyFields({ name }: { name: 'applicant' | 'agent' }) {
  const { t } = useTranslation();
  const needed = (label: string): Rule[] => [{ required: true, message: `${label}：${t('frame.required')}` }];
  const kinds = ['person', 'organisation'] as const;
  const papers = ['residentId', 'uscc', 'passport', 'other'] as const;
  return (
    <div style={grid}>
      <Form.Item name={[name, 'kind']} label={t('clerk.partyKind')} rules={needed(t('clerk.partyKind'))}>
        <Select options={kinds.map((value) => ({ value, label: t(`clerk.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[name, 'name']} label={t('clerk.partyName')} rules={needed(t('clerk.partyName'))}>
        <Input count={atMost(200)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'idType']} label={t('clerk.idType')} rules={needed(t('clerk.idType'))}>
        <Select options={papers.map((value) => ({ value, label: t(`clerk.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[name, 'idNo']} label={t('clerk.idNo')} rules={needed(t('clerk.idNo'))}>
        <Input count={atMost(40)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'phone']} label={t('clerk.phone')}>
        <Input count={atMost(20)} autoComplete="off" inputMode="tel" />
      </Form.Item>
    </div>
  );
}

/** Whom to write to and where. */
export function ContactFields() {
  const { t } = useTranslation();
  const needed = (label: string): Rule[] => [{ required: true, message: `${label}：${t('frame.required')}` }];
  return (
    <div style={grid}>
      <Form.Item name={['contact', 'name']} label={t('clerk.contactName')} rules={needed(t('clerk.contactName'))}>
        <Input count={atMost(200)} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['contact', 'phone']} label={t('clerk.phone')} rules={needed(t('clerk.phone'))}>
        <Input count={atMost(20)} autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item name="address" label={t('clerk.address')} rules={needed(t('clerk.address'))}>
        <Input count={atMost(200)} autoComplete="off" />
      </Form.Item>
      <Form.Item name="eDelivery" valuePropName="checked" label={t('clerk.eDelivery')}>
        <Checkbox>{t('frame.yes')}</Checkbox>
      </Form.Item>
    </div>
  );
}
