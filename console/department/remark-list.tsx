import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Light } from '../ui/light.tsx';
import type { Remark } from './remarks.ts';
import { labelled } from '../i18n/said.ts';

/** Every remark in full with what to do; its line is a button that goes there. */
export function RemarkList({
  id,
  remarks,
  onLine,
}: {
  id: string;
  remarks: readonly Remark[];
  onLine: (line: number) => void;
}) {
  const { t } = useTranslation();
  if (remarks.length === 0) {
    return (
      <p id={id} role="status" style={{ margin: '8px 0' }}>
        <Light colour="green">{t('department.noFindings')}</Light>
      </p>
    );
  }
  return (
    <ol
      id={id}
      aria-label={t('department.findings')}
      style={{ margin: '8px 0', paddingInlineStart: 0, listStyle: 'none' }}
    >
      {remarks.map(({ line, severity, message, fix }) => (
        <li key={`${line} ${message}`} style={{ marginBottom: 4 }}>
          <Button type="link" size="small" onClick={() => onLine(line)}>
            {t('department.line', { line })}
          </Button>
          <Light colour={severity === 'error' ? 'red' : 'yellow'}>{t(`department.${severity}`)}</Light> {message}
          {fix !== null && (
            <div className="why" style={{ marginInlineStart: 8 }}>
              {labelled(t('department.fix'), fix)}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
