import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { said, joined } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import type { PostOf } from './post-changes.ts';
import './texts.ts';

type Post = OkOf<'colleagues'>['items'][number]['posts'][number];

/** A person's posts in one line of words, for a cell of a sheet. */
export function postWords({ posts }: { readonly posts: readonly Post[] }): string {
  return joined(posts.map(wordsOf), '；');
}

const wordsOf = ({ departmentName, role, roleTitle }: Post) => `${departmentName} ${said('role', role, roleTitle)}`;

/** A person's posts, a chip each; whoever has none is told so. */
export function Posts({ posts }: { posts: readonly Post[] }) {
  const { t } = useTranslation();
  if (posts.length === 0) return <span className="why">{t('people.noPost')}</span>;
  return (
    <Flex wrap gap={4}>
      {posts.map((post) => (
        <Tag key={wordsOf(post)} style={{ whiteSpace: 'normal', margin: 0 }}>
          {wordsOf(post)}
        </Tag>
      ))}
    </Flex>
  );
}

interface ChangesProps {
  readonly given: readonly PostOf[];
  readonly taken: readonly PostOf[];
  /** Whether every row is filled in: before, it is not known that nothing changes. */
  readonly whole: boolean;
}

/** Which posts come and which go, before it is saved; said aloud as it changes. */
export function Changes({ given, taken, whole }: ChangesProps) {
  const { t } = useTranslation();
  const departments = useRoute('listDepartments', {}, { staleMs: 600_000 }).data?.items ?? [];
  const roles = useRoute('listRoles', {}, { staleMs: 600_000 }).data?.items ?? [];
  const words = ({ departmentId, role }: PostOf) => {
    const department = departments.find(({ id }) => id === departmentId)?.name ?? departmentId;
    return `${department} ${said('role', role, roles.find((one) => one.role === role)?.title ?? role)}`;
  };
  const lines = [
    ...given.map((post) => t('people.postGiven', { post: words(post) })),
    ...taken.map((post) => t('people.postTaken', { post: words(post) })),
  ];
  return (
    <div role="status" style={{ marginTop: 12 }}>
      {lines.length === 0 && whole ? t('people.postsSame') : lines.map((line) => <div key={line}>{line}</div>)}
    </div>
  );
}
