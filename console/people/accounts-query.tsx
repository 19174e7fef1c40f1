import { Button, Card, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { DepartmentSelect, RoleSelect } from './choices.tsx';
import type { Sought } from './find-accounts.ts';
import './texts.ts';

interface Props {
  readonly sought: Sought;
  readonly onSeek: (sought: Sought) => void;
}

/** Whom one looks for: words, department, role, how the account stands; beside it what can be done with who is found. */
export function AccountsQuery({ sought, onSeek }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Sought>();
  return (
    <Card size="small" className="no-print">
      <Form<Sought> form={form} layout="inline" initialValues={sought} onFinish={onSeek} style={{ gap: '8px 0' }}>
        <Form.Item name="find">
          <Input allowClear aria-label={t('people.find')} placeholder={t('people.find')} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="department">
          <DepartmentSelect label={t('department.ofDepartment')} any={t('department.allDepartments')} width={220} />
        </Form.Item>
        <Form.Item name="role">
          <RoleSelect label={t('frame.role')} any={t('people.allRoles')} width={160} />
        </Form.Item>
        <Form.Item name="state">
          <Choice
            label={t('department.account')}
            any={t('people.allStates')}
            width={130}
            options={(['locked', 'disabled', 'enabled'] as const).map((value) => ({
              value,
              label: t(`people.state_${value}`),
            }))}
          />
        </Form.Item>
        <Flex gap={8}>
          <Button type="primary" htmlType="submit">
            {t('frame.query')}
          </Button>
          <Button
            onClick={() => {
              onSeek({});
              form.setFieldsValue({ find: undefined, department: undefined, role: undefined, state: undefined });
            }}
          >
            {t('frame.reset')}
          </Button>
        </Flex>
      </Form>
      <div className="why" style={{ marginTop: 8 }}>
        {t('people.hint')}
      </div>
    </Card>
  );
}
