import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { ProblemError } from '../problem-error.ts';
import { showFieldErrors } from '../ui/field-errors.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DepartmentSelect } from './choices.tsx';
import type { User } from './find-accounts.ts';
import { OnceShown } from './once-shown.tsx';
import { randomPassword } from './random-password.ts';
import { useWrite } from './use-write.ts';
import './texts.ts';

/** What is written in the form. The account begins without posts: those are the security administrator's to give. */
type NewAccount = Omit<BodyOf<'createUser'>, 'password'>;

interface Props {
  /** Called when the dialog closes behind an account that was made. */
  readonly onMade: (user: User) => void;
  readonly onClose: () => void;
}

/** 新建账号: who, under which name, where; the first password is shown once. */
export function NewAccountDialog({ onMade, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewAccount>();
  const [made, setMade] = useState<{ readonly user: User; readonly password: string } | null>(null);
  const { write, busy, error } = useWrite();
  const make = async (fields: NewAccount) => {
    const password = randomPassword(fields.login);
    const send = () => call('createUser', { body: { ...fields, password } });
    const user = await write(() => send().catch((refused: unknown) => showAtFields(refused)));
    if (user !== null) setMade({ user, password });
  };
  const showAtFields = (refused: unknown): never => {
    showFieldErrors(form, refused);
    if (isTaken(refused)) form.setFields([{ name: 'login', errors: [t('people.loginTaken')] }]);
    throw refused;
  };
  return (
    <ConfirmDialog
      title={t('people.make')}
      act={t('people.make')}
      // Said at the field.
      writing={{ busy, error: isTaken(error) ? null : error }}
      onAct={() => form.submit()}
      onClose={() => (made === null ? onClose() : onMade(made.user))}
      done={made && <OnceShown login={made.user.login} password={made.password} />}
    >
      <Fields form={form} onFinish={(fields) => void make(fields)} />
    </ConfirmDialog>
  );
}

function isTaken(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'already-exists';
}

/** As the contract has it: here it is said while one types, in words instead of a pattern. */
const ofLogin = (message: string) => ({ pattern: /^[a-z][a-z0-9._-]{1,31}$/, message });

interface FieldsProps {
  readonly form: ReturnType<typeof Form.useForm<NewAccount>>[0];
  readonly onFinish: (fields: NewAccount) => void;
}

function Fields({ form, onFinish }: FieldsProps) {
  const { t } = useTranslation();
  const needed = [{ required: true, whitespace: true, message: t('frame.required') }];
  return (
    <Form<NewAccount>
      form={form}
      layout="vertical"
      onFinish={onFinish}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
    >
      <Form.Item name="name" label={t('department.person')} rules={needed}>
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={t('department.login')}
        extra={t('people.loginRule')}
        rules={[...needed, ofLogin(t('people.loginRule'))]}
      >
        <Input maxLength={32} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="departmentId"
        label={t('department.ofDepartment')}
        extra={t('people.departmentHint')}
        rules={needed}
      >
        <DepartmentSelect />
      </Form.Item>
    </Form>
  );
}
