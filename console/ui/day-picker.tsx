import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Props {
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

/** Picks a civil day; its value is the text YYYY-MM-DD, as the API takes it. Enter takes the day and does not send the form. */
export function DayPicker({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      style={{ width: 180 }}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
    />
  );
}
