import { useTranslation } from 'react-i18next';
import { covers, isKeeping, isSupervising } from '../../domain/people/roles.ts';
import type { Me } from '../me.ts';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import type { Filter } from './filters.ts';

interface Place {
  readonly id: string;
  readonly regionCode: string;
}

/** Whether a person's lists have rows of a department: by a post there, or by watching its region. */
export function isWithinReach({ posts }: Pick<Me, 'posts'>, { id, regionCode }: Place): boolean {
  return posts.some((post) => {
    if (isKeeping(post.role)) return false;
    return isSupervising(post.role) ? covers(post.regionCode, regionCode) : post.departmentId === id;
  });
}

/** Item and department, of those within the person's reach; the department only where there are several, and then behind each item. */
export function usePlaceFields(): readonly Filter[] {
  const { t } = useTranslation();
  const me = useMe();
  const departments = useRoute('listDepartments', {}, { staleMs: 600_000 }).data?.items ?? [];
  const items = useRoute('listItems', {}, { staleMs: 300_000 }).data?.items ?? [];
  const own = departments.filter((one) => one.kind === 'department' && isWithinReach(me, one));
  const isOne = own.length <= 1;
  const ofItems: Filter = {
    is: 'choice',
    name: 'itemCode',
    title: t('clerk.item'),
    any: t('clerk.allItems'),
    options: items
      .filter(({ departmentId }) => own.some(({ id }) => id === departmentId))
      .map(({ code, name, departmentName }) => ({ value: code, label: isOne ? name : `${name} · ${departmentName}` })),
  };
  const ofDepartments: Filter = {
    is: 'choice',
    name: 'departmentId',
    title: t('clerk.departmentName'),
    any: t('frame.allDepartments'),
    options: own.map(({ id, name }) => ({ value: id, label: name })),
  };
  return isOne ? [ofItems] : [ofDepartments, ofItems];
}
