import { Button, Card, Descriptions, Flex, QRCode, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { keptReceipt } from '../filing/receipt-store.ts';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/states.tsx';

/** The receipt an applicant takes home: number, query code, what was handed in; printable on A4. */
export function Component() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const receipt = keptReceipt(caseId);
  if (receipt === null) {
    return (
      <Flex vertical align="center" gap={8}>
        <Nothing>{t('clerk.receiptLost')}</Nothing>
        <Button type="primary" onClick={() => void navigate(paths.oneCase(caseId))}>
          {t('clerk.openCase')}
        </Button>
      </Flex>
    );
  }
  const items = [
    { key: 'item', label: t('clerk.item'), children: receipt.itemName },
    { key: 'department', label: t('clerk.departmentName'), children: receipt.departmentName },
    { key: 'applicant', label: t('clerk.applicant'), children: receipt.applicant },
    { key: 'receivedOn', label: t('clerk.receivedOn'), children: receipt.receivedOn },
    { key: 'caseNo', label: t('clerk.caseNo'), children: <strong className="number">{receipt.caseNo}</strong> },
    { key: 'code', label: t('clerk.queryCode'), children: <strong className="number">{receipt.queryCode}</strong> },
    {
      key: 'materials',
      label: t('clerk.materials'),
      children:
        receipt.materials.length === 0 ? (
          t('clerk.noMaterials')
        ) : (
          <ol style={{ margin: 0, paddingInlineStart: 20 }}>
            {receipt.materials.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        ),
    },
    { key: 'clerk', label: t('clerk.fileCase'), children: receipt.clerk },
  ];
  return (
    <Card style={{ maxWidth: 760 }}>
      <Flex justify="space-between" className="no-print" style={{ marginBottom: 16 }}>
        <Button onClick={() => void navigate(paths.oneCase(caseId))}>{t('clerk.openCase')}</Button>
        <Button type="primary" onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      </Flex>
      <Typography.Title level={1} style={{ fontSize: 22, textAlign: 'center' }}>
        {t('clerk.receiptHeading')}
      </Typography.Title>
      <Descriptions bordered column={1} size="small" items={items} />
      <Flex align="center" gap={16} style={{ marginTop: 16 }}>
        <QRCode type="svg" size={112} value={`${window.location.origin}${paths.progressOf(receipt.caseNo)}`} />
        <Typography.Text>{t('clerk.receiptNote')}</Typography.Text>
      </Flex>
    </Card>
  );
}
