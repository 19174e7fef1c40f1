import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { User } from './find-accounts.ts';
import { useWrite } from './use-write.ts';

/** 停用 and 启用, with what either does. */
export function DisableDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { write, ...writing } = useWrite();
  const act = user.disabled ? 'enable' : 'disable';
  const change = async () => {
    const body = { disabled: !user.disabled };
    const done = await write(() => call('changeUser', { params: { userId: user.id }, body }));
    if (done === null) return;
    void message.success(t(`people.${act}Done`, { name: user.name }));
    onClose();
  };
  return (
    <ConfirmDialog
      title={t(`people.${act}Of`, { name: user.name })}
      act={t(`people.${act}`)}
      writing={writing}
      danger={!user.disabled}
      onAct={() => void change()}
      onClose={onClose}
    >
      <ul style={{ paddingInlineStart: 20 }}>
        {(['Sessions', 'Tokens', 'Tasks', 'Posts'] as const).map((what) => (
          <li key={what}>{t(`people.${act}${what}`)}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
