import { Form, Typography } from 'antd';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseData, StepData } from './case-data.ts';
import { useLeastPeople } from './least-people.ts';
import { OrderItem } from './order-item.tsx';
import type { Offer } from './offers.ts';
import { asksMode, fieldsNumbered, fieldsOn, fieldsProving, isLateField } from './order-schema.ts';
import type { OrderField } from './order-schema.ts';
import { whenOf } from './order-title.ts';
import { deferralText } from '../ui/words.ts';
import './texts.ts';

// With the files and what writes on a canvas: not of the first load.
const SignHere = lazy(() => import('../files/sign-here.tsx').then((file) => ({ default: file.SignHere })));

interface Props {
  readonly offer: Offer;
  readonly view: CaseData;
  readonly step: StepData | null;
}

/** The fields of an order; those of a late entry stand folded under the others, and open where only they answer what waits. */
export function OrderFields({ offer: { order, numbering }, view, step }: Props) {
  const { t } = useTranslation();
  const when = whenOf(order);
  const least = useLeastPeople(view, step);
  const form = Form.useFormInstance();
  const [mode, takenBy] = [Form.useWatch('mode', form), Form.useWatch('takenBy', form)];
  const asked = fieldsNumbered(fieldsOn(order, step), numbering);
  const fields = asksMode(order) ? fieldsProving(asked, { mode, takenBy, step }) : asked;
  const [late, others] = [true, false].map((is) => fields.filter((field) => isLateField(order, field) === is));
  const item = (field: OrderField) => (
    <OrderItem key={field.name} field={field} least={least(field.name)} {...{ order, view, step }} />
  );
  return (
    <>
      {numbering !== undefined && numbering !== 'typed' && (
        <Typography.Paragraph type="secondary">
          {t(numbering === 'series' ? 'order.numberFromSeries' : 'order.numberEither')}
        </Typography.Paragraph>
      )}
      {when !== null && <Typography.Paragraph type="secondary">{when}</Typography.Paragraph>}
      {order === 'deferMaterials' && view.deferralTerms !== null && (
        <Typography.Paragraph type="secondary">{deferralText(t, view.deferralTerms)}</Typography.Paragraph>
      )}
      {others?.map(item)}
      {order === 'deliver' && mode === 'collected' && (
        <Suspense fallback={null}>
          <SignHere caseId={view.caseId} />
        </Suspense>
      )}
      {late !== undefined && late.length > 0 && (
        <details open={view.silence?.state === 'reached'} style={{ marginBlockEnd: 16 }}>
          <summary>{t('order.enteredLate')}</summary>
          {late.map(item)}
        </details>
      )}
    </>
  );
}
