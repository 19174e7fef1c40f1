import type { Fact } from '../case/facts/index.ts';
import { caseResults } from '../case/filing.ts';
import { documentOf, ownNumber } from '../documents/compose.ts';
import { documentNames } from '../documents/kind-names.ts';
import { levels } from '../flow/definition.ts';
import type { FlowDefinition, Level } from '../flow/definition.ts';
import { splitInstance } from '../instance-id.ts';
import type { LimitUnit } from '../clock/clock.ts';
import type { WordBook } from './book.ts';
import { readClockTitle, readStep, stepBook } from './clock-title.ts';
import type { StepBook } from './clock-title.ts';
import { inEnglish } from './in-english.ts';
import { sayLimit } from './limit.ts';
import { inBoth } from './said.ts';
import type { Language, Said } from './said.ts';
import { en, zh } from './sentence.ts';

/** What the words of one case are made of. `texts`: by digest, those the reader may see; `people`: names by id. */
export interface CaseWords {
  readonly definition: FlowDefinition;
  readonly facts: readonly Fact[];
  readonly texts: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/** The book of one case: titles of its flow, units and levels out of its own facts, names and words as far as they are given. */
export function caseBook({ definition, facts, texts, people }: CaseWords): WordBook {
  const [steps, english] = [stepBook(definition), stepBook(inEnglish(definition))];
  const materials = new Map(definition.materials.map(({ id, title }) => [id, title]));
  const fields = new Map(definition.form.map(({ key, title }) => [key, title]));
  const units = unitsIn(facts);
  const warned = warningsIn(facts);
  const bookIn = (language: Language) => (language === 'en' ? english : steps);
  const clock = (id: string) => inBoth((language) => readClockTitle(id, bookIn(language), language));
  return {
    step: (instance) => inBoth((language) => `“${readStep(instance, bookIn(language), language)}”`),
    outcome: (instance, outcome) => outcomeOf(instance, outcome, { steps, english }) ?? byLaw(outcome),
    clock,
    amount: (id, count) => {
      const unit = units.get(id);
      return unit === undefined ? { zh: `${count}`, en: `${count}` } : sayLimit({ count, unit });
    },
    warning: (id) => {
      const warning = warned.get(id);
      if (warning === undefined) return { zh: '预警', en: 'a warning' };
      const [title, level] = [clock(warning.clock), levels[warning.level]];
      return { zh: zh`${title}的${level}预警`, en: en`the warning “${level}” of ${title}` };
    },
    material: (id) => materials.get(id) ?? id,
    field: (key) => drawn(fields.get(key)) ?? { zh: '表单内容', en: 'a field of the form' },
    person: (id) => drawn(people[id]) ?? { zh: '有关人员', en: 'somebody' },
    document: (seq) => documentAt(facts, seq),
    words: (digest) => (digest === null ? null : (texts[digest] ?? null)),
  };
}

function documentAt(facts: readonly Fact[], seq: number): Said {
  const body = facts.find((fact) => fact.seq === seq)?.body;
  const kind = body === undefined ? null : documentOf(body);
  if (body === undefined || kind === null) return { zh: '文书', en: 'a document' };
  const { title } = documentNames[kind];
  const number = ownNumber(body);
  return number === null
    ? { zh: `《${title.zh}》`, en: title.en }
    : { zh: `《${title.zh}》（${number}）`, en: `${title.en} (${number})` };
}

/** An outcome that the flow draws, in both languages. */
function outcomeOf(
  instance: string,
  outcome: string,
  o: { readonly steps: StepBook; readonly english: StepBook },
): Said | null {
  const [zh, en] = [o.steps, o.english].map(
    (book) => book.get(splitInstance(instance).id)?.outcomes.find(({ id }) => id === outcome)?.title,
  );
  return zh === undefined ? null : { zh, en: en ?? zh };
}

/** A title that was given in Chinese only stands in both languages. */
function drawn(title: string | undefined): Said | null {
  return title === undefined ? null : { zh: title, en: title };
}

/** The word of an outcome that a flow need not draw: acceptance and hearing can end in ways that stand in the law. */
export function byLaw(outcome: string | null): Said | null {
  const words: Readonly<Record<string, Said>> = { ...caseResults, waived: { zh: '放弃听证', en: 'Hearing waived' } };
  return Object.entries(words).find(([result]) => result === outcome)?.[1] ?? null;
}

function unitsIn(facts: readonly Fact[]): ReadonlyMap<string, LimitUnit> {
  return new Map(
    facts.flatMap(({ body }) => (body.type === 'ClockStarted' ? [[body.clock, body.limit.unit] as const] : [])),
  );
}

function warningsIn(facts: readonly Fact[]): ReadonlyMap<string, { readonly clock: string; readonly level: Level }> {
  return new Map(facts.flatMap(({ body }) => (body.type === 'WarningRaised' ? [[body.warningId, body] as const] : [])));
}
