import Type from 'typebox';
import type { TSchema } from 'typebox';
import { clockKinds, levels, sensitiveMatters } from '../domain/flow/definition.ts';
import { kindNames, paramsOf, stepKindTitles } from '../domain/steps/index.ts';
import type { AllParams } from '../domain/steps/params.ts';
import type * as Domain from '../domain/flow/definition.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import { roleNames } from '../domain/people/roles.ts';
import { Id, RoleName, ShortText, closed, oneOf } from './shapes.ts';
import type { None, Tied, Untied } from './tie.ts';

const Count = Type.Integer({ minimum: 0, maximum: 10_000 });
const Words = Type.String({ maxLength: 500 });
const Label = Type.String({ minLength: 1, maxLength: 80 });
const list = <S extends TSchema>(of: S, maxItems = 100, description?: string) =>
  Type.Array(of, { maxItems, ...(description !== undefined && { description }) });

const LimitRule = closed({
  count: Count,
  unit: Type.Enum(['workday', 'calendarDay', 'month', 'year']),
  basis: Words,
  unitFrom: Words,
  assumption: Type.Optional(Type.Boolean()),
});
const SupplyRule = closed({ ...LimitRule.properties, lapse: Type.Optional(Words) });
const Extension = Type.Union([closed({ max: Count, approver: RoleName, basis: Words }), Type.Null()]);
const limits = {
  notice: LimitRule,
  promisedNotice: Type.Optional(LimitRule),
  passing: Type.Optional(LimitRule),
  supplement: Type.Optional(SupplyRule),
  deferral: Type.Optional(SupplyRule),
  statutory: LimitRule,
  promised: LimitRule,
  countsFrom: Type.Optional(Type.Literal('receipt')),
  delivery: LimitRule,
  afterCheck: Type.Optional(LimitRule),
  start: Type.Optional(LimitRule),
  extension: Extension,
};

const Condition = Type.String({ minLength: 1, maxLength: 2_000, description: 'CEL 条件，例如 form.width > 3.0' });
const LimitBranch = closed({
  id: Id,
  title: ShortText,
  when: Condition,
  limits: Type.Partial(Type.Object(limits), { additionalProperties: false }),
});

const FormField = closed({
  key: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }),
  title: ShortText,
  type: Type.Enum(['text', 'number', 'integer', 'boolean', 'date', 'choice']),
  required: Type.Boolean(),
  choices: Type.Optional(list(closed({ id: Id, title: ShortText }))),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
  unit: Type.Optional(Type.String({ maxLength: 20 })),
});

const MaterialReuse = closed({
  months: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 600, description: '自提交之日起有效的月数；不写的不设期限' }),
  ),
  certificateOf: Type.Optional(list(Id, 20, '可以用本机关核发的哪些事项的证照代替：实施编码')),
});

const Material = closed({
  id: Id,
  title: ShortText,
  need: Type.Enum(['necessary', 'optional', 'deferrable']),
  source: Type.Enum(['applicant', 'government', 'other']),
  basis: Type.Optional(Words),
  replaceable: Type.Optional(Words),
  reuse: Type.Optional(MaterialReuse),
  shared: Type.Optional(Type.String({ ...ShortText, description: '由哪项政务数据共享获取：不要求申请人提供' })),
  note: Type.Optional(Words),
  sample: Type.Optional(Words),
});

const ExclusionBasis = closed({
  source: Type.Enum(['xkf45', 'law', 'administrativeRegulation', 'localRegulation', 'departmentRule']),
  kind: Type.Optional(
    Type.Enum(['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expertReview']),
  ),
  cite: Words,
});

const Untimed = closed({
  promise: LimitRule,
  stops: list(Type.Enum(['statutory', 'promised']), 2),
  exclusionBasis: Type.Optional(ExclusionBasis),
  requiredBy: Type.Optional(Words),
  approvedBy: RoleName,
});

/** The parameters of all kinds; the gate says which a kind does not have. */
function paramsOfAll() {
  const all = kindNames.flatMap((kind) => Object.entries(paramsOf(kind)));
  const schemas = all.map(([name, { title, most }]) => {
    return [name, Type.Optional(Type.Integer({ minimum: 0, maximum: most, description: title.zh }))];
  });
  return Object.fromEntries(schemas) as Record<keyof AllParams, Type.TOptional<Type.TInteger>>;
}

const Outcome = closed({
  id: Id,
  title: ShortText,
  titleEn: Type.Optional(ShortText),
  negative: Type.Optional(Type.Literal(true, { description: '不利于申请人的结论：仍准予许可的，应当说明理由' })),
});

const Step = closed({
  id: Id,
  kind: oneOf(stepKindTitles, '环节类型'),
  title: ShortText,
  titleEn: Type.Optional(ShortText),
  by: RoleName,
  limit: Type.Optional(LimitRule),
  untimed: Type.Optional(Untimed),
  outcomes: list(Outcome, 20),
  params: Type.Optional(closed(paramsOfAll())),
  signing: Type.Optional(closed({ rule: Type.Literal('one') })),
  at: Type.Optional(closed({ department: Type.Literal('own') })),
  otherThan: Type.Optional(list(Id, 20, '与这些环节由不同的人办理；不写的，审核与审查、决定与审查审核由不同的人办理')),
  sameHandBecause: Type.Optional(Type.String({ ...ShortText, description: '即办件由同一人办理的理由' })),
});

const inner = Type.Ref('Block');
const ChoiceCase = closed({
  label: Label,
  title: Type.Optional(Label),
  when: Type.Optional(Condition),
  block: inner,
});
const Block = Type.Cyclic(
  {
    Block: Type.Union([
      closed({ type: Type.Literal('sequence'), blocks: list(inner) }),
      closed({ type: Type.Literal('parallel'), id: Id, branches: list(inner) }),
      closed({
        type: Type.Literal('choice'),
        id: Id,
        on: Type.Union([
          closed({ outcomeOf: Id }),
          closed({ limitBranch: Type.Literal(true) }),
          closed({ form: Type.Literal(true) }),
        ]),
        cases: list(ChoiceCase),
        otherwise: Type.Union([inner, Type.Null()]),
      }),
      closed({ type: Type.Literal('step'), step: Step }),
    ]),
  },
  'Block',
);

const distance = closed({ n: Count });
const RungAt = Type.Union([
  closed({ percent: Type.Number({ minimum: 0, maximum: 100 }) }),
  closed({ before: distance.properties.n }),
  closed({ due: Type.Literal(true) }),
  closed({ lapsed: Type.Literal(true) }),
  closed({ after: distance.properties.n }),
]);

const Rung = closed({
  id: Id,
  clock: oneOf(clockKinds, '时限种类'),
  at: Type.Union([RungAt, closed({ earliest: list(RungAt, 5) })]),
  level: oneOf(levels, '预警级别'),
  to: list(Type.Enum([...roleNames, 'handler']), roleNames.length + 1),
  ifLimitAtLeast: Type.Optional(Count),
});

const Hour = Type.Integer({ minimum: 0, maximum: 24 });
const AfterHours = closed({
  counts: Type.Literal('nextWorkday'),
  closesAt: Hour,
  duty: Type.Optional(list(closed({ weekday: Type.Enum(['saturday', 'sunday']), from: Hour, to: Hour }), 10)),
});

const shape = {
  itemCode: Id,
  title: ShortText,
  sensitive: Type.Optional(list(oneOf(sensitiveMatters, '直接涉及的事项：有一项的，不得按申请人的承诺作出许可'), 4)),
  afterHours: Type.Optional(AfterHours),
  limits: closed(limits),
  limitBranches: list(LimitBranch, 20),
  form: list(FormField),
  materials: list(Material),
  body: Block,
  ladder: list(Rung),
};
type Shape = typeof shape;

/** Does not compile while a part of a flow drifts from the domain: the error names it. */
type Drifted = Untied<{
  limit: Tied<typeof LimitRule, Domain.LimitRule>;
  limits: Tied<Shape['limits'], Domain.CaseLimits>;
  limitBranch: Tied<typeof LimitBranch, Domain.LimitBranch>;
  field: Tied<typeof FormField, Domain.FormField>;
  material: Tied<typeof Material, Domain.Material>;
  exclusionBasis: Tied<typeof ExclusionBasis, Domain.ExclusionBasis>;
  untimed: Tied<typeof Untimed, Domain.UntimedPart>;
  step: Tied<typeof Step, Domain.Step>;
  rung: Tied<typeof Rung, Domain.Rung>;
  flow: [keyof Shape, keyof FlowDefinition] extends [keyof FlowDefinition, keyof Shape] ? true : false;
}>;

/**
 * The shape of a flow as a department sends it. Whether it is a lawful one is the gate's business (`checkFlow`); this only keeps
 * unknown fields and wrong types out.
 */
export const FlowDefinitionSchema = Type.Unsafe<FlowDefinition | None<Drifted>>(closed(shape));
