import { useTranslation } from 'react-i18next';
import type { CaseData, StepData } from './case-data.ts';
import { useLeastPeople } from './least-people.ts';
import { OrderItem } from './order-item.tsx';
import { fieldsOn, isLateField } from './order-schema.ts';
import type { OrderField } from './order-schema.ts';

interface Props {
  readonly order: string;
  readonly view: CaseData;
  readonly step: StepData | null;
}

/** The fields of an order; those of a late entry stand folded under the others, and open where only they answer what waits. */
export function OrderFields({ order, view, step }: Props) {
  const { t } = useTranslation();
  const least = useLeastPeople(view, step);
  const [late, others] = [true, false].map((is) =>
    fieldsOn(order, step).filter((field) => isLateField(order, field) === is),
  );
  const item = (field: OrderField) => (
    <OrderItem key={field.name} field={field} least={least(field.name)} {...{ order, view, step }} />
  );
  return (
    <>
      {others?.map(item)}
      {late !== undefined && late.length > 0 && (
        <details open={view.silence?.state === 'reached'} style={{ marginBlockEnd: 16 }}>
          <summary>{t('order.enteredLate')}</summary>
          {late.map(item)}
        </details>
      )}
    </>
  );
}
