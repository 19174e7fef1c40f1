import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keeping } from '../../domain/people/roles.ts';
import { useMe } from '../session.tsx';

const FinderDialog = lazy(() => import('./finder-dialog.tsx').then((file) => ({ default: file.FinderDialog })));

/** 查找办件: one field over all cases that the person sees, from any page by Ctrl+K. Not for those who only keep the system: they see none. */
export function Finder() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const seesCases = useMe().posts.some(({ role }) => !keeping.some((one) => one === role));
  useEffect(() => {
    if (!seesCases) return undefined;
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, [seesCases]);
  if (!seesCases) return null;
  return (
    <>
      <Button
        type="text"
        style={{ color: '#fff' }}
        icon={<SearchOutlined />}
        aria-label={t('frame.findCase')}
        aria-keyshortcuts="Control+K"
        title={t('frame.findKeys')}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <FinderDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
