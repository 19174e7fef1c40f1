import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys move the focus between the `[data-count]` buttons of a table: up and down by rows, left and right within one. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest('[data-count]') : null;
  if (step === undefined || from === null) return;
  const rows = Array.from(event.currentTarget.querySelectorAll('tr'))
    .map((row) => Array.from(row.querySelectorAll<HTMLElement>('[data-count]')))
    .filter((buttons) => buttons.length > 0);
  const at = rows.findIndex((buttons) => buttons.some((button) => button === from));
  const column = rows[at]?.findIndex((button) => button === from) ?? -1;
  const next = rows[at + step[0]]?.[column + step[1]];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
