import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { Answer, Panel } from '../../ui/plain.tsx';

type Item = OkOf<'listGuides'>['items'][number];
const forgetful = { staleMs: 60_000 };

/** 办事指南: every item that can be applied for, by department, found by words. The search stands in the address. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  const departmentId = search.get('departmentId') ?? '';
  const cursor = search.get('cursor') ?? '';
  const query = {
    ...(q !== '' && { q }),
    ...(departmentId !== '' && { departmentId }),
    ...(cursor !== '' && { cursor }),
  };
  const guides = useRoute('listGuides', { query, quiet: true }, forgetful);
  return (
    <div className="page">
      <div>
        <h1>{t('public.guideTitle')}</h1>
        <p>{t('public.guideIntro')}</p>
      </div>
      <SearchBar key={search.toString()} q={q} departmentId={departmentId} />
      <Answer query={guides}>{(page) => <Found {...page} />}</Answer>
    </div>
  );
}

function SearchBar({ q, departmentId }: { q: string; departmentId: string }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const departments = useRoute('guideDepartments', { quiet: true }, forgetful).data?.items ?? [];
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()] as const);
    setSearch(Object.fromEntries(fields.filter(([, value]) => value !== '')));
  };
  return (
    <form className="panel row" role="search" style={{ alignItems: 'end' }} onSubmit={apply}>
      <label className="field">
        {t('public.searchLabel')}
        <input name="q" defaultValue={q} maxLength={80} placeholder={t('public.searchHint')} enterKeyHint="search" />
      </label>
      <label className="field">
        {t('public.byDepartment')}
        <select name="departmentId" defaultValue={departmentId} key={departments.length}>
          <option value="">{t('public.allDepartments')}</option>
          {departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button primary" style={{ marginBottom: 8 }}>
        {t('public.search')}
      </button>
    </form>
  );
}

function Found({ items, nextCursor }: { items: readonly Item[]; nextCursor: string | null }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const isPart = nextCursor !== null || search.has('cursor');
  const departments = [...new Set(items.map((item) => item.departmentName))];
  return (
    <>
      <div role="status">{t(isPart ? 'public.foundPart' : 'public.found', { count: items.length })}</div>
      {items.length === 0 && <Panel>{t('public.nothingFound')}</Panel>}
      {departments.map((name) => (
        <Panel key={name} title={name}>
          <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {items
              .filter((item) => item.departmentName === name)
              .map((item) => (
                <li key={item.code} style={{ padding: '6px 0' }}>
                  <Link to={paths.guideItem(item.code)} style={{ fontSize: 16 }}>
                    {item.name} <span aria-hidden>›</span>
                  </Link>
                  <div className="why" style={{ overflowWrap: 'anywhere', marginTop: 0 }}>
                    {t('public.itemCode')} {item.code}
                  </div>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
      {nextCursor !== null && (
        <Link className="button" to={{ search: withCursor(search, nextCursor) }}>
          {t('frame.next')}
        </Link>
      )}
    </>
  );
}

function withCursor(search: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(search);
  next.set('cursor', cursor);
  return next.toString();
}
