import { walkBlocks } from '../blocks.ts';
import type { FlowDefinition } from '../definition.ts';
import { valueAt, withValue } from '../pointer.ts';
import { freeId } from './mender.ts';
import type { Mender, Menders } from './mender.ts';

/** The ids beside that at a place, and what it is the id of. */
function siblingIds(definition: FlowDefinition, at: string): string[] {
  const { list, key } = /^(?<list>.*)\/\d+\/(?<key>id|key)$/.exec(at)?.groups ?? {};
  const items = list === undefined ? undefined : valueAt(definition, list);
  if (Array.isArray(items) && key !== undefined) return items.map((item) => String(valueAt(item, `/${key}`)));
  // Of steps and of blocks, wherever they stand.
  return walkBlocks(definition.body).flatMap(({ block }) => {
    if (block.type === 'step') return [block.step.id];
    return 'id' in block ? [block.id] : [];
  });
}

/** The second of two gets a free id; what refers to the id goes on meaning the first. Of two equal labels only the first was ever taken. */
const renamed: Mender = (definition, at) => {
  const id = valueAt(definition, at);
  if (typeof id !== 'string' || at.endsWith('/label')) return null;
  const next = freeId(id, siblingIds(definition, at));
  return { title: `把重复的编号“${id}”改为“${next}”`, next: withValue(definition, at, next) };
};

/** An id without the sign that is kept for rounds; steps and outcomes are renamed wherever they are named. */
const unreserved: Mender = (definition, at) => {
  const id = valueAt(definition, at);
  if (typeof id !== 'string' || at.endsWith('/label')) return null;
  const next = freeId(id.replaceAll('#', ''), siblingIds(definition, at));
  if (next === '') return null;
  const named = walkBlocks(definition.body).reduce((changed, { at: place, block }) => {
    if (block.type === 'step' && block.step.otherThan?.includes(id)) {
      const otherThan = block.step.otherThan.map((one) => (one === id ? next : one));
      return withValue(changed, `${place}/step/otherThan`, otherThan);
    }
    if (block.type !== 'choice') return changed;
    const asked =
      'outcomeOf' in block.on && block.on.outcomeOf === id
        ? withValue(changed, `${place}/on/outcomeOf`, next)
        : changed;
    return block.cases.reduce(
      (one, { label }, i) => (label === id ? withValue(one, `${place}/cases/${i}/label`, next) : one),
      asked,
    );
  }, definition);
  return { title: `把编号“${id}”改为“${next}”`, next: withValue(named, at, next) };
};

/** A key made of what it is: small first letter, letters and numbers; the bounds the right way round. */
const soundField: Mender = (definition, at) => {
  const place = at.replace(/\/\w+$/, '');
  const [key, minimum, maximum] = ['key', 'minimum', 'maximum'].map((name) => valueAt(definition, `${place}/${name}`));
  if (at.endsWith('/minimum')) {
    const turned = withValue(withValue(definition, `${place}/minimum`, maximum), `${place}/maximum`, minimum);
    return { title: '调换最小值和最大值', next: turned };
  }
  // A condition that names the key would lose it.
  if (typeof key !== 'string' || !at.endsWith('/key') || JSON.stringify(definition).includes(`form.${key}`))
    return null;
  const bare = key
    .replace(/[^a-zA-Z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 40);
  const next = freeId(bare === '' ? 'field' : bare.charAt(0).toLowerCase() + bare.slice(1), siblingIds(definition, at));
  return { title: `把字段名“${key}”改为“${next}”`, next: withValue(definition, at, next) };
};

/** Hours the wrong way round are turned, an empty window goes. */
const soundHours: Mender = (definition, at) => {
  const [from, to] = [valueAt(definition, `${at}/from`), valueAt(definition, `${at}/to`)];
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  if (from === to) return { title: '删去没有时间的值班窗口', next: withValue(definition, at, undefined) };
  const turned = withValue(withValue(definition, `${at}/from`, to), `${at}/to`, from);
  return { title: `值班窗口改为 ${to} 点至 ${from} 点`, next: turned };
};

/** A condition that nobody reads goes; a wrong one is for who wrote it. */
const strayCondition: Mender = (definition, at) => {
  const on = valueAt(definition, at.replace(/\/cases\/\d+\/when$/, '/on'));
  if (!at.endsWith('/when') || typeof on !== 'object' || on === null || 'form' in on) return null;
  return { title: '删去不会被读取的条件', next: withValue(definition, at, undefined) };
};

/** What mends ids, fields, hours, and what stands where it means nothing. */
export const contentMends: Menders = {
  'duplicate-id': renamed,
  'reserved-id': unreserved,
  'field-invalid': soundField,
  'after-hours-invalid': soundHours,
  'condition-invalid': strayCondition,
  'passing-incomplete': (definition, at) =>
    at === '/limits/passing'
      ? { title: '删去移交时限（由窗口受理）', next: withValue(definition, at, undefined) }
      : null,
};
