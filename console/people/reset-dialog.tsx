import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { User } from './find-accounts.ts';
import { OnceShown } from './once-shown.tsx';
import { randomPassword } from './random-password.ts';
import { useWrite } from './use-write.ts';
import './texts.ts';

/** 重置密码: a new one is made here and shown once. */
export function ResetDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const [password] = useState(() => randomPassword(user.login));
  const [isDone, setDone] = useState(false);
  const { write, ...writing } = useWrite();
  const reset = async () => {
    const done = await write(() => call('changeUser', { params: { userId: user.id }, body: { password } }));
    setDone(done !== null);
  };
  return (
    <ConfirmDialog
      title={t('people.resetOf', { name: user.name })}
      act={t('people.reset')}
      writing={writing}
      onAct={() => void reset()}
      onClose={onClose}
      done={isDone ? <OnceShown login={user.login} password={password} /> : null}
    >
      <p>{t('people.resetWhat')}</p>
      <p>{t('people.resetHow')}</p>
    </ConfirmDialog>
  );
}
