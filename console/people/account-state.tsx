import { useTranslation } from 'react-i18next';
import { Light } from '../ui/light.tsx';
import { stateOf } from './find-accounts.ts';
import type { User } from './find-accounts.ts';

const colours = { enabled: 'green', locked: 'yellow', disabled: 'grey' } as const;

/** How an account stands, as colour, icon and word. */
export function AccountState({ user }: { user: Pick<User, 'disabled' | 'locked'> }) {
  const { t } = useTranslation();
  const state = stateOf(user);
  return <Light colour={colours[state]}>{t(`people.state_${state}`)}</Light>;
}
