import { Button, Flex, Form, Input } from 'antd';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { DayFields } from './day-fields.tsx';
import { inAddress, without } from './filters.ts';
import type { Asked, Filter } from './filters.ts';
import type { Filters } from './use-filters.ts';
import { labelled } from '../i18n/said.ts';

// Not of the first load: a list stands before what narrows it.
const SavedViews = lazy(() => import('./saved-views.tsx').then((file) => ({ default: file.SavedViews })));

/** The form that narrows a list, and below it what is chosen, in words. */
export function FilterBar({ filters }: { filters: Filters }) {
  const { t } = useTranslation();
  const { fields, asked, choose } = filters;
  return (
    <div className="no-print" style={{ marginBottom: 12 }}>
      <Suspense fallback={null}>
        <SavedViews filters={filters} />
      </Suspense>
      <Form<Asked>
        layout="inline"
        key={filters.key}
        initialValues={asked}
        onFinish={(given) => choose(inAddress(given))}
        style={{ gap: '8px 0' }}
      >
        {fields.map((field) => (
          <Field key={field.name} field={field} />
        ))}
        <Button type="primary" htmlType="submit">
          {t('frame.query')}
        </Button>
      </Form>
      <ChosenLine filters={filters} />
    </div>
  );
}

function Field({ field }: { field: Filter }) {
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
      return <DayFields {...field} />;
  }
  return field satisfies never;
}

/** What is chosen, each to be taken away, and 清除 for all of it. Read aloud when it changes. */
function ChosenLine({ filters: { chosen, asked, choose } }: { filters: Filters }) {
  const { t } = useTranslation();
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
          <Button size="small" onClick={() => choose({})}>
            {t('frame.clear')}
          </Button>
        </Flex>
      )}
    </div>
  );
}
