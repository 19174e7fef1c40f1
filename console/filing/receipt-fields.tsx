import { Flex, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../ui/day-picker.tsx';

/** How and when the application came in; a day that lies back asks for its evidence. */
export function ReceiptFields({ today }: { today: string }) {
  const { t } = useTranslation();
  const channel = Form.useWatch<string | undefined>('channel', Form.useFormInstance());
  const receivedOn = Form.useWatch<string | undefined>('receivedOn', Form.useFormInstance());
  return (
    <Flex wrap gap={24}>
      <Form.Item name="channel" label={t('clerk.channel')}>
        <Radio.Group
          options={(['window', 'online', 'post'] as const).map((value) => ({ value, label: t(`clerk.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label={t('clerk.receivedOn')}
        rules={[
          { required: true, message: t('frame.required') },
          {
            validator: async (_rule, day: string | null) => {
              if (day !== null && day > today) throw new Error(t('clerk.receivedLater'));
            },
          },
        ]}
      >
        <DayPicker />
      </Form.Item>
      {channel === 'window' && (
        <Form.Item
          name="queueNo"
          label={t('clerk.queueNo')}
          rules={[{ pattern: /^\s*[0-9A-Za-z-]{1,20}\s*$/, message: t('clerk.queueNoForm') }]}
        >
          <Input style={{ width: 120 }} autoComplete="off" />
        </Form.Item>
      )}
      {channel === 'post' && (
        <Form.Item label={t('clerk.envelope')}>
          <span className="why">{t('clerk.envelopeHint')}</span>
        </Form.Item>
      )}
      {receivedOn !== undefined && receivedOn < today && (
        <Form.Item name="evidence" label={t('clerk.evidence')} extra={t('clerk.evidenceHint')}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 1, maxRows: 4 }} style={{ minWidth: 320 }} />
        </Form.Item>
      )}
    </Flex>
  );
}
