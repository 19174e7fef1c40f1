import { isAuthoredId } from '../../instance-id.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Subject } from './subject.ts';

interface Used {
  readonly at: string;
  readonly id: string;
}

/** Ids that must be told apart, from each other and from later rounds: two things with one id cannot be told apart in a journal. */
export function checkIds(subject: Subject): Finding[] {
  const { definition, steps, blocks } = subject;
  const groups: [string, Used[]][] = [
    ['环节', steps.map(({ at, step }) => ({ at: `${at}/id`, id: step.id }))],
    ['分支块', blocks.flatMap(({ at, block }) => ('id' in block ? [{ at: `${at}/id`, id: block.id }] : []))],
    ['材料', listed('/materials', definition.materials)],
    ['表单字段', definition.form.map(({ key }, i) => ({ at: `/form/${i}/key`, id: key }))],
    ['预警规则', listed('/ladder', definition.ladder)],
    ['时限分支', listed('/limitBranches', definition.limitBranches)],
    ...steps.map(({ at, step }): [string, Used[]] => [
      `环节“${step.title}”的办理结果`,
      listed(`${at}/outcomes`, step.outcomes),
    ]),
    ...definition.form.map((field, i): [string, Used[]] => [
      `字段“${field.title}”的选项`,
      listed(`/form/${i}/choices`, field.choices ?? []),
    ]),
    ...blocks.flatMap(({ at, block }): [string, Used[]][] =>
      block.type === 'choice'
        ? [
            [
              `分支块“${block.id}”的标签`,
              block.cases.map(({ label }, i) => ({ at: `${at}/cases/${i}/label`, id: label })),
            ],
          ]
        : [],
    ),
  ];
  return groups.flatMap(([what, used]) => [...doubled(what, used), ...reserved(what, used)]);
}

function listed(at: string, items: readonly { readonly id: string }[]): Used[] {
  return items.map(({ id }, i) => ({ at: `${at}/${i}/id`, id }));
}

function doubled(what: string, used: readonly Used[]): Finding[] {
  const seen = new Set<string>();
  return used.flatMap(({ at, id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      error({ at, code: 'duplicate-id', message: `${what}的编号“${id}”重复`, fix: '给其中一个换一个没有用过的编号' }),
    ];
  });
}

function reserved(what: string, used: readonly Used[]): Finding[] {
  return used
    .filter(({ id }) => !isAuthoredId(id))
    .map(({ at, id }) =>
      error({
        at,
        code: 'reserved-id',
        message: `${what}的编号“${id}”含有“#”，该符号留给系统标记第几轮`,
        fix: '去掉编号里的“#”',
      }),
    );
}
