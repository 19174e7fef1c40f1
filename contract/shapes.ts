import Type from 'typebox';
import type { TProperties, TSchema } from 'typebox';
import { roleNames } from '../domain/people/roles.ts';

/** A closed object: a field that is not named is an error, never dropped. */
export function closed<P extends TProperties>(properties: P, options: Record<string, unknown> = {}) {
  return Type.Object(properties, { ...options, additionalProperties: false });
}

/** A field that may be null. */
export function nullable<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

/** What people read, in both languages. */
export const Said = closed({ zh: Type.String(), en: Type.String() });

/** One of the keys of a table of words. */
export function oneOf<K extends string>(table: Readonly<Record<K, unknown>>, description: string) {
  return Type.Enum(keysOf(table), { description });
}

/** The keys of a table of words. */
export function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table).filter((key): key is K => Object.hasOwn(table, key));
}

export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  description: 'UUID（小写）',
});
/** Somebody of the directory: forms offer the people who fit. */
export const Person = Type.String({ ...Uuid, description: '工作人员编号', 'x-person': true });
export const Day = Type.String({ format: 'date', minLength: 10, maxLength: 10, description: '日期 YYYY-MM-DD' });
export const Instant = Type.String({ description: 'RFC 3339 时刻，+08:00' });
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256（小写十六进制）' });
export const RegionCode = Type.String({ pattern: '^[0-9]{6}$', description: '行政区划代码（GB/T 2260）' });
export const Id = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,80}$', description: '编号' });
export const InstanceId = Type.String({
  pattern: '^[A-Za-z0-9_.:-]{1,80}(#[1-9][0-9]{0,3})?$',
  description: '环节编号；重新办理的带轮次，如 review#2',
});
/** Text that people write: the door cuts its outer blanks, and one without a visible character counts as not given. */
export const aText = { 'x-text': true } as const;
export const ShortText = Type.String({ ...aText, minLength: 1, maxLength: 200 });
export const LongText = Type.String({ ...aText, minLength: 1, maxLength: 20_000 });
export const DocumentNo = Type.String({ ...aText, minLength: 1, maxLength: 100, description: '文书编号' });
export const RoleName = Type.Enum([...roleNames], { description: '岗位角色' });

/** Who acts next by name (经办人): who holds the task; null while it is its post's. */
export const Handler = nullable(
  closed({ id: Uuid, name: Type.String() }, { description: '经办人；无人认领时为 null' }),
);

/**
 * How a clock or a task stands in one word, never shown as a colour alone: red is past a date of the law or a promise, yellow is near by a
 * rung or a late step, stopped does not count, ended is over.
 */
export const lightNames = ['green', 'yellow', 'red', 'stopped', 'ended'] as const;
export type LightName = (typeof lightNames)[number];
export const Light = Type.Enum([...lightNames], {
  description: '预警状态：正常、临期（或环节超时）、超期、暂停计时、已结束',
});

/** A keyset page: items and where to go on; `nextCursor` is null on the last page. */
export function page<S extends TSchema>(item: S) {
  return closed({ items: Type.Array(item), nextCursor: nullable(Type.String()) });
}

/** Query of a keyset list. Numbers come as text; `limit` is 1 to 200. */
export const pageQuery = {
  limit: Type.Optional(Type.String({ pattern: '^(1?[0-9]{1,2}|200)$', description: '每页条数，1 至 200' })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 400, description: '上一页给出的翻页位置' })),
};

/** The date told to the applicant of a case, wherever a case is shown. */
export const ToldDue = closed({
  dueOn: nullable(
    Type.String({ description: '告知申请人的办结日期：承诺与法定中较早的一个；都未起算或者都暂停时为 null' }),
  ),
  dueClock: nullable(Type.Enum(['promised', 'statutory'], { description: '确定该日期的时限：承诺或法定' })),
  provisional: Type.Boolean({ description: '暂定：以后的放假通知可能改变该日期' }),
});
