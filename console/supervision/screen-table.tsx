import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardLights } from './board-table.tsx';
import { openOf } from './counts.ts';
import type { Line } from './counts.ts';
import { LightBar } from './light-bar.tsx';

/** So many lines fit on a screen of 1080 lines; more are shown in turn, each for so many ms. */
const linesAPage = 11;
const turnMs = 12_000;

/** Departments and their items with their lights, page after page; the turning can be stopped. */
export function ScreenTable({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const flat = lines.flatMap((line) => [line, ...(line.children ?? [])]);
  const pages = Math.max(1, Math.ceil(flat.length / linesAPage));
  const turning = useTurning(pages);
  const page = turning.page % pages;
  return (
    <section className="panel" aria-label={t('supervision.byDepartment')}>
      <div className="row">
        <h2>{t('supervision.byDepartment')}</h2>
        {pages > 1 && (
          <span className="quiet">
            {t('supervision.page', { page: page + 1, pages })}{' '}
            <button type="button" aria-pressed={turning.paused} onClick={turning.toggle}>
              {t(turning.paused ? 'supervision.goOn' : 'supervision.pause')}
            </button>
          </span>
        )}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('supervision.departmentOrItem')}</th>
            <th scope="col" className="count">
              {t('supervision.open')}
            </th>
            {boardLights.map((light) => (
              <th key={light} scope="col" className={`count ${light}`}>
                {t(`supervision.${light}`)}
              </th>
            ))}
            <th scope="col" style={{ width: 150 }}>
              {t('supervision.shares')}
            </th>
          </tr>
        </thead>
        <tbody>
          {flat.slice(page * linesAPage, (page + 1) * linesAPage).map((line) => (
            <tr key={line.key} className={line.itemCode === null ? 'of-department' : 'item'}>
              <th scope="row">{line.name}</th>
              <td className="count">{openOf(line)}</td>
              {boardLights.map((light) => (
                <td key={light} className={line[light] > 0 ? `count ${light}` : 'count quiet'}>
                  {line[light]}
                </td>
              ))}
              <td>
                <LightBar counts={line} height={16} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function useTurning(pages: number) {
  const [page, setPage] = useState(0);
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    if (paused || pages < 2) return undefined;
    const timer = setInterval(() => setPage((at) => at + 1), turnMs);
    return () => clearInterval(timer);
  }, [paused, pages]);
  return { page, paused, toggle: () => setPaused((before) => !before) };
}
