import type { ReactNode } from 'react';
import '../ui/plain.css';
import './guide.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** Left out on paper. */
  readonly screenOnly?: boolean;
  readonly children: ReactNode;
}

/** A headed part of a page that a link of the contents can jump to. */
export function Section({ id, title, screenOnly = false, children }: SectionProps) {
  return (
    <section
      className={screenOnly ? 'no-print' : undefined}
      aria-labelledby={`${id}-title`}
      id={id}
      style={{ scrollMarginTop: 12 }}
    >
      <div className="panel">
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
    </section>
  );
}

/** Words and their meanings, in two columns where there is room and one below the other where there is none. */
export function Facts({ rows }: { rows: readonly { readonly word: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {rows.map(({ word, value }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
