import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { call } from '../api.ts';
import { said, bracketed } from '../i18n/said.ts';
import { landingFor } from '../layout/menu.tsx';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { useSession } from '../session.tsx';
import type { Me } from '../me.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { SignInForm } from '../ui/sign-in-form.tsx';

/** Sign-in for staff; in demonstrations every demo user is one click away. */
export function Component() {
  const { t } = useTranslation();
  const { me, begin } = useSession();
  const navigate = useNavigate();
  const from = fromOf(useLocation().state);
  if (me) return <Navigate to={from ?? landingFor(me)} replace />;
  const enter = (next: Me) => {
    begin(next);
    void navigate(from ?? landingFor(next), { replace: true });
  };
  return (
    <Flex vertical align="center" gap={16} style={{ paddingTop: 24 }}>
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          {t('frame.signInTitle')}
        </Typography.Title>
        {from !== null && from !== paths.desk && (
          <Alert showIcon type="info" title={t('frame.signedOutWhy')} style={{ marginBottom: 12 }} />
        )}
        <SignInForm onDone={enter} />
        <Flex wrap gap="4px 12px" style={{ marginTop: 16 }}>
          {t('frame.forApplicants')}
          <Link to={paths.guide}>{t('frame.guide')}</Link>
          <Link to={paths.progress}>{t('frame.progress')}</Link>
        </Flex>
      </Card>
      <DemoUsers onDone={enter} />
    </Flex>
  );
}

function fromOf(state: unknown): string | null {
  return typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string'
    ? state.from
    : null;
}

function DemoUsers({ onDone }: { onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  const site = useRoute('site', { quiet: true }, { staleMs: 600_000 });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const demo = site.data?.demo;
  if (!demo) return null;
  const enter = async (login: string) => {
    setBusy(login);
    setError(null);
    try {
      onDone(await call('signIn', { body: { login, password: demo.password }, quiet: true }));
    } catch (caught) {
      setError(caught);
      setBusy(null);
    }
  };
  return (
    <Card title={t('frame.demoUsers')} style={{ width: '100%', maxWidth: 760 }}>
      <Alert type="warning" showIcon title={t('frame.demoNote')} style={{ marginBottom: 12 }} />
      <ProblemAlert error={error} />
      <div style={{ overflowX: 'auto' }}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('frame.login')}</th>
              <th scope="col">{t('frame.role')}</th>
              <th scope="col">{t('frame.department')}</th>
            </tr>
          </thead>
          <tbody>
            {demo.users.map(({ login, name, posts }) => (
              <tr key={login}>
                <td>
                  <Button type="link" size="small" loading={busy === login} onClick={() => void enter(login)}>
                    {name}
                    {bracketed(login)}
                  </Button>
                </td>
                <td>
                  {posts.map(({ role, roleTitle, departmentName }) => (
                    <div key={`${role} ${departmentName}`}>{said('role', role, roleTitle)}</div>
                  ))}
                </td>
                <td>
                  {posts.map(({ role, departmentName }) => (
                    <div key={`${role} ${departmentName}`}>{departmentName}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
