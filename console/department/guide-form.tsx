import { App, Button, Flex, Form, Input, InputNumber, Radio } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { guideElements, guideKinds } from '../../domain/flow/guide.ts';
import type { GuideElement } from '../../domain/flow/guide.ts';
import { inLanguage } from '../i18n/said.ts';
import { forget } from '../queries.ts';
import { showFieldErrors } from '../ui/field-errors.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useSubmission } from '../use-submission.ts';
import { bodyOfGuide, fieldsOfGuide, guideNames } from './guide-fields.ts';
import type { GuideFields } from './guide-fields.ts';

type Item = OkOf<'oneItem'>;

/** The guide elements of an item as a form; what is left empty is not published. */
export function GuideForm({ item, onEnd }: { item: Item; onEnd: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const submission = useSubmission('changeItem', `guide.${item.code}.${item.revision}`);
  const { error } = submission;
  useEffect(() => {
    // A line of an element has no field of its own: its mistake is shown at the element.
    showFieldErrors(form, error, 2);
  }, [form, error]);
  const settle = async (changed: Promise<Item | null>) => {
    if ((await changed) === null) return;
    await forget('oneItem', 'listItems', 'oneGuide');
    void message.success(t('department.guideSaved'));
    onEnd();
  };
  const save = ({ guide }: { guide: GuideFields }) =>
    settle(
      submission.send({
        params: { itemCode: item.code },
        body: { guide: bodyOfGuide(guide) },
        revision: item.revision,
      }),
    );
  return (
    <Form
      form={form}
      layout="vertical"
      style={{ maxWidth: 760 }}
      initialValues={{ guide: fieldsOfGuide(item.guide) }}
      onFinish={(fields: { guide: GuideFields }) => void save(fields)}
    >
      <p className="why">{t('department.guideHint')}</p>
      {guideNames.map((name) => (
        <GuideItem key={name} name={name} />
      ))}
      <ProblemAlert error={error} onRetry={() => void settle(submission.again())} />
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={submission.busy}>
          {t('department.save')}
        </Button>
        <Button onClick={onEnd}>{t('frame.cancel')}</Button>
      </Flex>
    </Form>
  );
}

function GuideItem({ name }: { name: GuideElement }) {
  const { t } = useTranslation();
  const kind = guideKinds[name];
  return (
    <Form.Item
      name={['guide', name]}
      label={inLanguage(guideElements[name])}
      {...(kind === 'lines' && { extra: t('department.oneALine') })}
      style={{ marginBottom: 16 }}
    >
      {kind === 'count' ? (
        <InputNumber precision={0} />
      ) : kind === 'yesNo' ? (
        <Radio.Group
          options={[
            { value: true, label: t('frame.yes') },
            { value: false, label: t('frame.no') },
          ]}
        />
      ) : (
        <Input.TextArea autoSize={{ minRows: kind === 'lines' ? 2 : 1, maxRows: 10 }} />
      )}
    </Form.Item>
  );
}
