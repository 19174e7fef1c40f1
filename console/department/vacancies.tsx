import './texts.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { said, joined } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { useSession } from '../session.tsx';

/** Tells the department's administrator which posts nobody holds any more, and what stands still without them. */
export function Vacancies() {
  const { t } = useTranslation();
  const { me } = useSession();
  const isAdmin = me?.posts.some(({ role }) => role === 'departmentAdmin') === true;
  const { data } = useRoute('listVacancies', {}, { enabled: isAdmin });
  return (data?.items ?? []).map(({ departmentId, departmentName, role, roleTitle, does }) => (
    <Alert
      key={`${departmentId} ${role}`}
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={t('department.vacancy', { department: departmentName, role: said('role', role, roleTitle) })}
      description={t('department.vacancyStops', { steps: joined(does, '；') })}
    />
  ));
}
