import i18next from 'i18next';
import type { OkOf } from '../../contract/routes.ts';
import './texts.ts';

type Kept = OkOf<'listFiles'>['items'][number];

/** What was done with a file, as a line of the timeline: no fact of the journal, but told beside them. */
export interface FileLine {
  readonly key: string;
  readonly at: string;
  readonly who: string | null;
  readonly words: string;
}

type Told = 'fileCame' | 'fileTaken' | 'fileDeclined' | 'fileWithdrawn';

/** Each file as it came, was taken and ended, in the order in which it happened. */
export function fileLines(files: readonly Kept[]): FileLine[] {
  const lines = files.flatMap(({ fileId, materialTitle: material, name, version, ...file }) => {
    const what = { material, name, version, why: file.endedWhy ?? '' };
    const told = (at: string | null, who: string | null, words: Told): FileLine[] =>
      at === null ? [] : [{ key: `${fileId} ${words}`, at, who, words: i18next.t(`case.${words}`, what) }];
    const ended = file.state === 'withdrawn' ? 'fileWithdrawn' : file.state === 'declined' ? 'fileDeclined' : null;
    return [
      ...told(file.keptAt, file.broughtBy, 'fileCame'),
      ...told(file.takenAt, file.takenBy, 'fileTaken'),
      ...(ended === null ? [] : told(file.endedAt, file.endedBy, ended)),
    ];
  });
  return lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Facts and files in one row of time, newest first: a file stands after what was known when it came. */
export function inTime<F extends { readonly recordedAt: string }>(
  facts: readonly F[],
  files: readonly FileLine[],
): (F | FileLine)[] {
  const row: (F | FileLine)[] = [];
  let next = 0;
  for (const fact of facts) {
    for (let file = files[next]; file !== undefined && isBefore(file, fact); file = files[next]) {
      row.push(file);
      next += 1;
    }
    row.push(fact);
  }
  return [...row, ...files.slice(next)].reverse();
}

function isBefore(file: FileLine, { recordedAt }: { readonly recordedAt: string }): boolean {
  return Date.parse(file.at) < Date.parse(recordedAt);
}
