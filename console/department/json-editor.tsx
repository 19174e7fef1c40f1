import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import './editor.css';
import type { Remark } from './remarks.ts';
import { labelled, joined } from '../i18n/said.ts';

/** What can be asked of the editor from outside. */
export interface EditorHandle {
  readonly goTo: (line: number) => void;
}

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly readOnly: boolean;
  readonly remarks: readonly Remark[];
  /** Id of the list that says the remarks in full. */
  readonly describedBy: string;
  readonly handle: Ref<EditorHandle>;
}

const lineHeight = 20;

/** A text with line numbers; what is said of a line stands beside it. The list below says the same for who does not see it. */
export function JsonEditor({ id, value = '', onChange, readOnly, remarks, describedBy, handle }: Props) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const sides = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  useImperativeHandle(handle, () => ({ goTo: (line) => goTo(area.current, line) }), []);
  const follow = (top: number) => {
    for (const side of sides) side.current?.style.setProperty('transform', `translateY(${-top}px)`);
  };
  const lines = value.split('\n').length;
  const worst = new Map<number, Remark['severity']>();
  for (const { line, severity } of remarks) if (worst.get(line) !== 'error') worst.set(line, severity);
  return (
    <div className="json-editor">
      <div className="numbers" aria-hidden>
        <div ref={sides[0]}>
          {Array.from({ length: lines }, (_none, index) => (
            <span key={index} className={worst.get(index + 1)}>
              {worst.get(index + 1) === 'error' ? '✕ ' : worst.get(index + 1) === 'warning' ? '! ' : ''}
              {index + 1}
            </span>
          ))}
        </div>
      </div>
      <textarea
        id={id}
        ref={area}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        aria-label={t('department.textLabel')}
        aria-describedby={describedBy}
        readOnly={readOnly}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
        onScroll={(event) => follow(event.currentTarget.scrollTop)}
      />
      <div className="notes" aria-hidden>
        <div ref={sides[1]}>
          {[...worst].map(([line, severity]) => {
            const words = joined(
              remarks.flatMap((remark) => (remark.line === line ? [remark.message] : [])),
              '；',
            );
            return (
              <p
                key={line}
                data-line={line}
                className={severity}
                title={words}
                style={{ top: (line - 1) * lineHeight }}
              >
                {labelled(t(`department.${severity}`), words)}
              </p>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Selects a line and brings it into the middle. */
function goTo(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const before = area.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  const length = area.value.slice(start).split('\n')[0]?.length ?? 0;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, start + length);
  area.scrollTop = Math.max(0, (line - 1) * lineHeight - area.clientHeight / 2);
  area.scrollLeft = 0;
  area.scrollIntoView({ block: 'nearest' });
}
