import { cutText } from '../words/text.ts';

/** 待填写 where something is to stand: alone, in brackets or behind its label. In a sentence, such as 第三栏待填写, it is a word like others. */
const placeholder = /(^|[：:（(【[〔_\s])待填写([）)】\]〕。；;，,_\s]|$)/;

/** Whether something stands there, and not only a place for it. */
export function isFilled(value: string | null | undefined): value is string {
  const text = cutText(value ?? '');
  return text !== null && !placeholder.test(text);
}
