import { useTranslation } from 'react-i18next';
import type { Filter } from '../filter/filters.ts';
import { said } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import './texts.ts';

/** Of whom one looks for: words of the name, and the role. */
export function usePeopleFields(): readonly Filter[] {
  const { t } = useTranslation();
  const roles = useRoute('listRoles', {}, { staleMs: 600_000 }).data?.items ?? [];
  return [
    { is: 'words', name: 'find', title: t('people.find'), most: 40, unkept: true },
    {
      is: 'choice',
      name: 'role',
      title: t('frame.role'),
      any: t('people.allRoles'),
      options: roles.map(({ role, title }) => ({ value: role, label: said('role', role, title) })),
    },
  ];
}

/** Of which account one looks for: also where it belongs, and how it stands. */
export function useAccountFields(): readonly Filter[] {
  const { t } = useTranslation();
  const departments = useRoute('listDepartments', {}, { staleMs: 600_000 }).data?.items ?? [];
  return [
    ...usePeopleFields(),
    {
      is: 'choice',
      name: 'department',
      title: t('department.ofDepartment'),
      any: t('department.allDepartments'),
      options: departments.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      is: 'choice',
      name: 'state',
      title: t('department.account'),
      any: t('people.allStates'),
      options: (['locked', 'disabled', 'enabled'] as const).map((value) => ({
        value,
        label: t(`people.state_${value}`),
      })),
    },
  ];
}
