import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../domain/flow/definition.ts';
import { atMost } from '../ui/counted.ts';
import { DayPicker } from '../ui/day-picker.tsx';
import { boundsText, needed, withinBounds } from '../ui/rules.ts';
import type { Bounds } from '../ui/rules.ts';

/** The form of an item, from its schema: one control a field, under the name ['form', key]. */
export function FormFields({ fields }: { fields: readonly FormField[] }) {
  const { t } = useTranslation();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))', columnGap: 16 }}>
      {fields.map((field) => (
        <Form.Item
          key={field.key}
          name={['form', field.key]}
          label={field.title}
          extra={boundsText(t, boundsOf(field), field.unit)}
          rules={rulesFor(t, field)}
        >
          {control(field, t)}
        </Form.Item>
      ))}
    </div>
  );
}

function boundsOf({ type, minimum, maximum }: FormField): Bounds {
  return type === 'number' || type === 'integer' ? { min: minimum, max: maximum, whole: type === 'integer' } : {};
}

function rulesFor(t: TFunction, field: FormField): Rule[] {
  const { required, title, type } = field;
  return [...(required ? [needed(t, title, { isText: type === 'text' })] : []), withinBounds(t, boundsOf(field))];
}

function control(field: FormField, t: TFunction) {
  switch (field.type) {
    case 'text':
      return (field.maxLength ?? 0) > 200 ? (
        <Input.TextArea count={atMost(field.maxLength ?? 20_000)} autoSize={{ minRows: 2, maxRows: 6 }} />
      ) : (
        <Input count={atMost(field.maxLength ?? 20_000)} />
      );
    case 'number':
    case 'integer':
      return <InputNumber style={{ width: '100%' }} suffix={field.unit ?? ''} />;
    case 'boolean':
      // A box that nobody ticked would be no answer, and 否 is one.
      return (
        <Radio.Group
          aria-label={field.title}
          options={[
            { value: true, label: t('frame.yes') },
            { value: false, label: t('frame.no') },
          ]}
        />
      );
    case 'date':
      return <DayPicker />;
    case 'choice':
      return <Select options={field.choices?.map(({ id, title }) => ({ value: id, label: title })) ?? []} />;
  }
  return field.type satisfies never;
}
