import { Button, Flex, Form, Input } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { DayFields } from './day-fields.tsx';
import { useRoute } from '../queries.ts';
import { inAddress, orderOfDays, withDays, without } from './filters.ts';
import type { Asked, Filter } from './filters.ts';
import type { Filters } from './use-filters.ts';
import { labelled } from '../i18n/said.ts';

// Not of the first load: a list stands before what narrows it.
const SavedViews = lazy(() => import('./saved-views.tsx').then((file) => ({ default: file.SavedViews })));

/** The form that narrows a list, and below it what is chosen, in words. */
export function FilterBar({ filters }: { filters: Filters }) {
  const { t } = useTranslation();
  const { fields, asked, choose } = filters;
  // Of what could not be asked for: the rows below still answer the question before.
  const [isWrong, setWrong] = useState(false);
  const today = useRoute('businessClock', {}, { staleMs: 600_000 }).data?.today ?? '';
  return (
    <div className="no-print" style={{ marginBottom: 12 }}>
      <Suspense fallback={null}>
        <SavedViews filters={filters} />
      </Suspense>
      <Form<Asked>
        layout="inline"
        key={filters.key}
        initialValues={asked}
        onFinish={(given) => {
          setWrong(false);
          choose(inAddress(withDays(fields, given, today)));
        }}
        onFinishFailed={() => setWrong(true)}
        style={{ gap: '8px 0' }}
      >
        {fields.map((field) => (
          <Field key={field.name} field={field} today={today} />
        ))}
        <Button type="primary" htmlType="submit">
          {t('frame.query')}
        </Button>
      </Form>
      {isWrong && (
        <p role="alert" className="notice-wrong">
          {t('frame.notQueried')}
        </p>
      )}
      <ChosenLine filters={filters} />
    </div>
  );
}

function Field({ field, today }: { field: Filter; today: string }) {
  const { t } = useTranslation();
  switch (field.is) {
    case 'words':
      return (
        <Form.Item
          name={field.name}
          rules={
            field.least === undefined ? [] : [{ min: field.least, message: t('frame.atLeast', { count: field.least }) }]
          }
        >
          <Input
            allowClear
            maxLength={field.most}
            aria-label={field.title}
            placeholder={field.title}
            style={{ width: 220 }}
          />
        </Form.Item>
      );
    case 'choice':
      return (
        <Form.Item name={field.name}>
          <Choice label={field.title} any={field.any} width={160} options={field.options} />
        </Form.Item>
      );
    case 'days':
      return <DayFields {...field} today={today} />;
  }
  return field satisfies never;
}

/** What is chosen, each to be taken away, and 清除 for all of it. Read aloud when it changes. */
function ChosenLine({ filters: { fields, chosen, asked, choose } }: { filters: Filters }) {
  const { t } = useTranslation();
  const order = orderOfDays(fields, asked);
  return (
    <div role="status">
      {chosen.length > 0 && (
        <Flex wrap align="center" gap={8} style={{ marginTop: 8 }}>
          <span>{t('frame.chosen')}</span>
          {chosen.map(({ names, title, value }) => (
            <span key={names.join()} className="chosen">
              {labelled(title, value)}
              <button
                type="button"
                aria-label={t('frame.takeAway', { title })}
                onClick={() => choose(without(asked, names))}
              >
                ×
              </button>
            </span>
          ))}
          {order !== null && <span className="why">{labelled(order.title, order.value)}</span>}
          <Button size="small" onClick={() => choose({})}>
            {t('frame.clear')}
          </Button>
        </Flex>
      )}
    </div>
  );
}
