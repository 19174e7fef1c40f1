import { Select, Typography } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf, QueryOf } from '../../contract/routes.ts';
import { said, bracketed, joined } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { freeOffer } from './offers.ts';
import type { CaseData, StepData } from './case-data.ts';
import './texts.ts';

interface Props {
  readonly order: string;
  readonly field: { readonly name: string; readonly required: boolean };
  readonly view: CaseData;
  readonly step: StepData | null;
  readonly value: string[];
  readonly onChange?: (value: string | string[] | null) => void;
  readonly id?: string;
  readonly many?: true;
}

/** People whom the order may name in this field, found by a part of their name. The API says whom. */
export function PeoplePicker({ order, field, view, step, value, onChange, id, many }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  // The offer comes from the API, which knows its orders; the names of the fields are those of their schemas.
  const asked = { order: order as NonNullable<QueryOf<'candidates'>>['order'], field: field.name };
  const people = useRoute(
    'candidates',
    {
      params: { caseId: view.caseId, stepId: step?.id ?? '' },
      query: { ...asked, ...(name.trim() === '' ? {} : { name: name.trim() }) },
    },
    { enabled: step !== null && freeOffer(view, step.id, asked.order) !== undefined, staleMs: 60_000 },
  );
  const shared = {
    ...(id === undefined ? {} : { id }),
    showSearch: { filterOption: false, searchValue: name, onSearch: setName },
    loading: people.isFetching,
    placeholder: t('order.choosePeople'),
    notFoundContent: people.isFetching ? t('frame.loading') : t('order.nobodyFits'),
    options: people.data?.items.map((one) => ({ value: one.id, label: labelOf(one) })) ?? [],
    popupRender: (menu: ReactElement) => (
      <>
        {menu}
        {people.data?.more && <Typography.Text type="secondary">{t('order.morePeople')}</Typography.Text>}
      </>
    ),
  };
  const choose = (chosen: string | string[] | null) => {
    setName('');
    onChange?.(chosen);
  };
  if (many) return <Select<string[]> {...shared} mode="multiple" value={value} onChange={choose} />;
  return <Select<string | null> {...shared} allowClear={!field.required} value={value[0] ?? null} onChange={choose} />;
}

function labelOf({ name, posts }: OkOf<'candidates'>['items'][number]): string {
  const words = posts.map(({ role, roleTitle }) => said('role', role, roleTitle));
  return `${name}${bracketed(joined([...new Set(words)]))}`;
}
