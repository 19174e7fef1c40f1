import { Select } from 'antd';

/** What a choice brings; in a form `id`, `value` and `onChange` come from its item. */
export interface ChoiceProps {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (value: string | undefined) => void;
  /** Where no label stands at the field. */
  readonly label?: string;
  /** What stands there while nothing is chosen, where that may be so: a choice can then be undone. */
  readonly any?: string;
  readonly width?: number | string;
}

interface Props extends ChoiceProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of many, found by typing its words. */
export function Choice({ label, any, width = '100%', options, value, ...field }: Props) {
  return (
    <Select<string | undefined>
      {...field}
      {...(value !== undefined && { value })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(any !== undefined && { allowClear: true, placeholder: any })}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width }}
      options={[...options]}
    />
  );
}
