import { Flex, Form, Input } from 'antd';
import type { FormRule } from 'antd';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import { dashed, dayTyped } from './filters.ts';
import type { Filter } from './filters.ts';

/** The first and the last day, typed as days stand on every page: a browser's own field for a day speaks its language and not ours. */
export function DayFields({ name, to, title, today }: Extract<Filter, { is: 'days' }> & { readonly today: string }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const isDay: FormRule = {
    validator: async (_rule, typed: string | undefined) => {
      if (typed && parseCivilDate(dayTyped(typed, today)) === undefined) throw new Error(t('frame.dayWanted'));
    },
  };
  const inOrder: FormRule = ({ getFieldValue }) => ({
    validator: async (_rule, last: string | undefined) => {
      const first: unknown = getFieldValue(name);
      if (last && typeof first === 'string' && dayTyped(last, today) < dayTyped(first, today))
        throw new Error(t('frame.daysReversed'));
    },
  });
  const end = (of: string, label: string, rules: readonly FormRule[]) => (
    <Form.Item
      noStyle
      name={of}
      rules={[...rules]}
      validateTrigger="onBlur"
      getValueFromEvent={({ target }: ChangeEvent<HTMLInputElement>) => dashed(target.value)}
    >
      <Input
        allowClear
        inputMode="numeric"
        maxLength={11}
        placeholder={t('frame.dayShape')}
        aria-label={label}
        onBlur={({ target }) => form.setFieldValue(of, dayTyped(target.value, today))}
        style={{ width: 132 }}
      />
    </Form.Item>
  );
  return (
    <Form.Item label={title} className="days">
      <Flex wrap align="center" gap={4}>
        {end(name, t('frame.firstDay', { title }), [isDay])}
        {'–'}
        {end(to, t('frame.lastDay', { title }), [isDay, inOrder])}
      </Flex>
    </Form.Item>
  );
}
