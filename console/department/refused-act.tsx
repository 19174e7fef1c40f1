import { LockOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { labelled } from '../i18n/said.ts';

interface Offer {
  readonly title: string;
  readonly refusedBecause?: { readonly title: string; readonly detail: string };
}

interface Props {
  readonly offer: Offer;
  readonly icon?: ReactNode;
  readonly primary?: boolean;
  readonly busy?: boolean;
  /** Why it has to wait for the person, such as changes that are not saved. */
  readonly waits?: string | null;
  readonly onPress: () => void;
}

/** A button of an act; a refused one is disabled and says why, as a tip and as text beside it. */
export function ActButton({ offer, icon, primary, busy, waits, onPress }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const why = offer.refusedBecause?.detail ?? waits ?? null;
  return (
    <span style={{ display: 'inline-flex', flexDirection: 'column', alignItems: 'flex-start', maxWidth: 480 }}>
      <Tooltip title={why}>
        <Button
          type={primary === true && why === null ? 'primary' : 'default'}
          icon={why === null ? icon : <LockOutlined aria-hidden />}
          disabled={why !== null}
          loading={busy ?? false}
          aria-describedby={why === null ? undefined : id}
          onClick={onPress}
        >
          {offer.title}
        </Button>
      </Tooltip>
      {why !== null && (
        <span id={id} className="why">
          {labelled(t('department.refusedAct', { title: offer.title }), why)}
        </span>
      )}
    </span>
  );
}
