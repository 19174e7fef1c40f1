import type { LocatedBlock } from '../blocks.ts';
import type { ChoiceCase, FormField } from '../definition.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { Subject, TriedForm } from './subject.ts';

/** Choices over the form: each case has a sound condition, none of another choice has one; and where two are true of one form, or none. */
export function checkFormChoices(subject: Subject): Finding[] {
  return subject.blocks.flatMap((located) => {
    const { block } = located;
    if (block.type !== 'choice') return [];
    if (!('form' in block.on)) return block.cases.flatMap((one, i) => strayCondition(one, `${located.at}/cases/${i}`));
    const wrong = block.cases.flatMap((one, i) => wrongCondition(subject, one, `${located.at}/cases/${i}`));
    return wrong.length > 0 ? wrong : checkTried(subject, located);
  });
}

function strayCondition({ label, when }: ChoiceCase, at: string): Finding[] {
  if (when === undefined) return [];
  const message = `分支“${label}”写了表单条件，但这里不按表单分支，条件不会被读取`;
  return [error({ at: `${at}/when`, code: 'condition-invalid', message, fix: '删去条件，或者改为按表单内容分支' })];
}

function wrongCondition(
  { definition, tools }: Subject,
  { label, title = label, when }: ChoiceCase,
  at: string,
): Finding[] {
  if (when === undefined) {
    const message = `按表单内容的分支“${title}”没有写条件`;
    return [error({ at, code: 'condition-invalid', message, fix: '写明什么样的表单走这个分支' })];
  }
  const wrong = tools.checkCondition(when, definition.form);
  if (wrong === null) return [];
  const message = `分支“${title}”的条件有误：${wrong}`;
  const fix = '只用表单里已有的字段（form.字段名）写出真假条件';
  return [error({ at: `${at}/when`, code: 'condition-invalid', message, fix })];
}

function checkTried({ definition, tools }: Subject, { at, block }: LocatedBlock): Finding[] {
  if (block.type !== 'choice') return [];
  const titles = block.cases.map(({ label, title = label }) => title);
  const tried = tools.tryConditions(
    block.cases.map(({ when = 'false' }) => when),
    definition.form,
  );
  const found: Finding[] = [];
  const both = tried.find(({ holds }) => holds.filter(Boolean).length > 1);
  if (both !== undefined) {
    const [first, second] = titles.filter((_title, i) => both.holds[i]);
    const message = `表单同时符合“${first}”和“${second}”的条件，例如${told(both, definition.form)}；这时走“${first}”`;
    found.push(warning({ at, code: 'conditions-overlap', message, fix: '让条件互不重叠；本意如此的请确认次序' }));
  }
  const none = block.otherwise === null ? tried.find(({ holds }) => !holds.includes(true)) : undefined;
  if (none !== undefined) {
    const message = `有的表单不符合任何一个分支的条件，例如${told(none, definition.form)}；这时直接进入下一环节`;
    found.push(
      warning({ at, code: 'conditions-gap', message, fix: '为这样的表单增加“其他情形”分支；本意如此的请确认' }),
    );
  }
  return found;
}

function told({ form }: TriedForm, fields: readonly FormField[]): string {
  return fields
    .filter(({ key }) => key in form)
    .map(({ key, title, choices, unit = '' }) => {
      const value = form[key];
      if (typeof value === 'boolean') return `${title}为${value ? '是' : '否'}`;
      return `${title}为${choices?.find(({ id }) => id === value)?.title ?? value}${unit}`;
    })
    .join('，');
}
