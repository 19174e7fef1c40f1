import { useTranslation } from 'react-i18next';
import { NoPage } from '../layout/no-page.tsx';
import { PublicLayout } from '../layout/public-layout.tsx';
import { StaffLayout } from '../layout/staff-layout.tsx';
import { useSession } from '../session.tsx';
import { Answered } from '../ui/states.tsx';

/** An address that no page has: said within the frame of whoever reads it, so that the menu leads on. */
export function Component() {
  const { t } = useTranslation();
  const { me, asking } = useSession();
  if (me === undefined) return <Answered query={asking}>{() => null}</Answered>;
  const Frame = me === null ? PublicLayout : StaffLayout;
  return (
    <Frame>
      <NoPage words={t('frame.notFound')} />
    </Frame>
  );
}
