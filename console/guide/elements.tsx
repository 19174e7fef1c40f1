import { useTranslation } from 'react-i18next';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { guideElements } from '../../domain/flow/guide.ts';
import { limitNotes } from '../../domain/words/limit-notes.ts';
import type { GuideElement } from '../../domain/flow/guide.ts';
import { Facts } from './section.tsx';
import { inLanguage } from '../i18n/said.ts';

type Guide = Readonly<Record<string, unknown>>;
const names = Object.keys(guideElements).filter((name): name is GuideElement => name in guideElements);

/** Elements of a service guide with their official words; those that are not filled in are left out. `only`: these, in this order. */
export function GuideElements({ guide, only = names }: { guide: Guide; only?: readonly GuideElement[] }) {
  const filled = only.filter((name) => isFilled(guide[name]));
  return (
    <Facts
      rows={filled.map((name) => ({
        word: inLanguage(guideElements[name]),
        value: <ElementValue value={guide[name]} />,
      }))}
    />
  );
}

/** A guide with what its flow says of limits: sentences made from the flow, what is written by hand behind them. */
export function withLimits(guide: Guide, definition: FlowDefinition): Guide {
  const notes = Object.entries(limitNotes(guide, definition)).map(([name, lines]) => [name, lines.map(inLanguage)]);
  return { ...guide, ...Object.fromEntries(notes) };
}

/** The elements that are not in these groups. */
export function otherElements(groups: readonly (readonly GuideElement[])[]): readonly GuideElement[] {
  const shown = new Set(groups.flat());
  return names.filter((name) => !shown.has(name));
}

/** Whether a guide says anything about an element. */
export function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** One value of a guide: yes or no, a text, or a list line by line. */
export function ElementValue({ value }: { value: unknown }) {
  const { t } = useTranslation();
  if (typeof value === 'boolean') return <>{t(value ? 'frame.yes' : 'frame.no')}</>;
  if (!Array.isArray(value)) return <>{String(value)}</>;
  const lines = value.map(String);
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ol style={{ margin: 0, paddingInlineStart: 22 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}
