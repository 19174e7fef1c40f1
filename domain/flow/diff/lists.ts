import type { FlowDefinition, FormField, Material, MaterialReuse } from '../definition.ts';
import { asWritten, change, match, quoted, reordered, yesNo } from './compare.ts';
import { fieldTypeWords, needWords, sourceWords } from './words.ts';

const idOf = ({ id }: { readonly id: string }) => id;

/** What changed in the closed list of materials. */
export function diffMaterials(before: FlowDefinition, after: FlowDefinition): string[] {
  const matched = match(before.materials, after.materials, idOf);
  return [
    ...matched.added.map(
      ({ title, need, source }) => `新增材料“${title}”（${needWords[need]}，${sourceWords[source]}）`,
    ),
    ...matched.removed.map(({ title }) => `取消材料“${title}”`),
    ...matched.kept.flatMap((pair) => diffMaterial(pair.before, pair.after)),
    ...reordered('材料', matched, before.materials, idOf),
  ];
}

function diffMaterial(before: Material, after: Material): string[] {
  const what = `材料“${after.title}”`;
  return [
    ...change('材料的名称', before.title, after.title, asWritten),
    ...change(`${what}的必要性`, before.need, after.need, (need) => needWords[need]),
    ...change(`${what}的来源`, before.source, after.source, (source) => sourceWords[source]),
    ...change(`${what}的依据`, before.basis, after.basis, asWritten),
    ...change(`${what}可以承诺替代的依据`, before.replaceable, after.replaceable, asWritten),
    ...change(`${what}的复用`, before.reuse, after.reuse, reuseWords),
    ...change(`${what}由政务数据共享获取的来源`, before.shared, after.shared, asWritten),
    ...change(`${what}的说明`, before.note, after.note, asWritten),
    ...change(`${what}的样表`, before.sample, after.sample, asWritten),
  ];
}

function reuseWords({ months, certificateOf = [] }: MaterialReuse): string {
  const term = months === undefined ? '不设有效期' : `自提交之日起 ${months} 个月内有效`;
  const by = certificateOf.length === 0 ? '' : `，可以用事项 ${certificateOf.join('、')} 的证照代替`;
  return `可以复用此前提交的文件，${term}${by}`;
}

/** What changed in the form that is filled in at filing. */
export function diffForm(before: FlowDefinition, after: FlowDefinition): string[] {
  const keyOf = ({ key }: FormField) => key;
  const matched = match(before.form, after.form, keyOf);
  return [
    ...matched.added.map(
      ({ title, type, required }) => `新增表单字段“${title}”（${fieldTypeWords[type]}，${required ? '必填' : '选填'}）`,
    ),
    ...matched.removed.map(({ title }) => `取消表单字段“${title}”`),
    ...matched.kept.flatMap((pair) => diffField(pair.before, pair.after)),
    ...reordered('表单字段', matched, before.form, keyOf),
  ];
}

function diffField(before: FormField, after: FormField): string[] {
  const what = `表单字段“${after.title}”`;
  return [
    ...change('表单字段的名称', before.title, after.title, asWritten),
    ...change(`${what}的类型`, before.type, after.type, (type) => fieldTypeWords[type]),
    ...change(`${what}是否必填`, before.required, after.required, yesNo),
    ...change(`${what}的最小值`, before.minimum, after.minimum, asWritten),
    ...change(`${what}的最大值`, before.maximum, after.maximum, asWritten),
    ...change(`${what}的最多字数`, before.maxLength, after.maxLength, asWritten),
    ...change(`${what}的单位`, before.unit, after.unit, asWritten),
    ...diffChoices(what, before.choices ?? [], after.choices ?? []),
  ];
}

type Titled = { readonly id: string; readonly title: string };

/** What changed in a list of things with titles, such as the outcomes of a step. `one` is the word of one of them. */
export function diffTitled(of: string, one: string, before: readonly Titled[], after: readonly Titled[]): string[] {
  const { added, removed, kept } = match(before, after, idOf);
  return [
    ...(added.length === 0 ? [] : [`${of}新增${one}${quoted(added.map(({ title }) => title))}`]),
    ...(removed.length === 0 ? [] : [`${of}取消${one}${quoted(removed.map(({ title }) => title))}`]),
    ...kept.flatMap((pair) => change(`${of}的${one}`, pair.before.title, pair.after.title, asWritten)),
  ];
}

function diffChoices(what: string, before: readonly Titled[], after: readonly Titled[]): string[] {
  return diffTitled(what, '选项', before, after);
}
