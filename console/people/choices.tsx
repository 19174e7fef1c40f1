import { said } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { Choice } from '../ui/choice.tsx';
import type { ChoiceProps } from '../ui/choice.tsx';

/** A department by its name. */
export function DepartmentSelect(props: ChoiceProps) {
  const departments = useRoute('listDepartments', {}, { staleMs: 600_000 }).data?.items ?? [];
  return <Choice {...props} options={departments.map(({ id, name }) => ({ value: id, label: name }))} />;
}

/** A role by its word. */
export function RoleSelect(props: ChoiceProps) {
  const roles = useRoute('listRoles', {}, { staleMs: 600_000 }).data?.items ?? [];
  return (
    <Choice {...props} options={roles.map(({ role, title }) => ({ value: role, label: said('role', role, title) }))} />
  );
}
