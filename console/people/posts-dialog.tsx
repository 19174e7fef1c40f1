import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Flex, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { showFieldErrors } from '../ui/field-errors.ts';
import { DepartmentSelect, RoleSelect } from './choices.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { User } from './find-accounts.ts';
import { postChanges } from './post-changes.ts';
import type { PostOf } from './post-changes.ts';
import { Changes } from './posts.tsx';
import { useWrite } from './use-write.ts';
import './texts.ts';

interface Fields {
  /** Rows of the form: one that was just added has no role yet. */
  readonly posts: readonly Partial<PostOf>[];
}

const isPost = (row: Partial<PostOf> | undefined): row is PostOf =>
  row?.departmentId !== undefined && row.role !== undefined;

interface Props {
  readonly user: User;
  readonly onClose: () => void;
}

/** 调整岗位: all posts of a person as pairs of department and role; what becomes different is said before it is saved. */
export function PostsDialog({ user, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const { write, ...writing } = useWrite();
  // Where a post that is added is likely to be.
  const departmentId = user.home?.departmentId;
  const before = user.posts.map(({ departmentId: at, role }) => ({ departmentId: at, role }));
  const first = before.length === 0 ? [{ ...(departmentId !== undefined && { departmentId }) }] : before;
  const rows = Form.useWatch('posts', form) ?? first;
  const posts = rows.filter(isPost);
  const changes = postChanges(before, posts);
  const save = async () => {
    const send = () => call('setPosts', { params: { userId: user.id }, body: { posts } });
    const showAtFields = (refused: unknown): never => {
      showFieldErrors(form, refused);
      throw refused;
    };
    if ((await write(() => send().catch(showAtFields))) === null) return;
    void message.success(t('people.postsDone', { name: user.name }));
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('people.postsOf', { name: user.name })}
      act={t('people.postsSave')}
      writing={writing}
      blocked={changes.given.length + changes.taken.length === 0}
      onAct={() => form.submit()}
      onClose={onClose}
    >
      <Form<Fields> form={form} initialValues={{ posts: first }} onFinish={() => void save()}>
        <Rows departmentId={before.at(-1)?.departmentId ?? departmentId} />
      </Form>
      <Changes {...changes} whole={posts.length === rows.length} />
      <p className="why">{t('people.postsHint')}</p>
    </ConfirmDialog>
  );
}

function Rows({ departmentId }: { departmentId: string | undefined }) {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('frame.required') }];
  return (
    <Form.List name="posts">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <Flex key={key} gap={8} role="group" aria-label={t('people.post', { no: name + 1 })}>
              <Form.Item name={[name, 'departmentId']} rules={needed} style={{ flex: 3, marginBottom: 8 }}>
                <DepartmentSelect label={t('people.postDepartment', { no: name + 1 })} />
              </Form.Item>
              <Form.Item name={[name, 'role']} rules={needed} style={{ flex: 2, marginBottom: 8 }}>
                <RoleSelect label={t('people.postRole', { no: name + 1 })} />
              </Form.Item>
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('people.postTake', { no: name + 1 })}
                onClick={() => remove(name)}
              />
            </Flex>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add({ ...(departmentId !== undefined && { departmentId }) })}
          >
            {t('people.postAdd')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
