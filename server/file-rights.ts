import { isProblem, problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { Db } from '../db/client.ts';
import { readFile } from '../db/files/case-files.ts';
import type { CaseFile } from '../db/files/case-files.ts';
import { readHead } from '../db/journal/head.ts';
import type { Head } from '../db/journal/head.ts';
import { casePlaces } from '../db/views/places.ts';
import { canSee, handlesFiles } from '../domain/people/can.ts';
import type { Actor } from '../domain/people/roles.ts';
import { noSuchCase } from './visible-case.ts';

/** The case whose files somebody may handle, or why not: a foreign case is answered like an unknown one. */
export async function caseOfFiles(db: Db, person: Actor, caseId: string): Promise<Head | Problem> {
  const [place] = await casePlaces(db, [caseId]);
  if (place === undefined || !canSee(person, place)) return noSuchCase();
  if (!handlesFiles(person, place)) {
    return problem('not-allowed', 'expected a post that handles the case, but it is only watched');
  }
  return (await readHead(db, caseId)) ?? noSuchCase();
}

/** A file and its case, for who may handle it; to all others there is no such file. */
export async function fileForPerson(
  db: Db,
  person: Actor,
  fileId: string,
): Promise<{ readonly file: CaseFile; readonly head: Head } | Problem> {
  const file = await readFile(db, fileId);
  if (file === null) return noSuchFile();
  const head = await caseOfFiles(db, person, file.caseId);
  return isProblem(head) ? noSuchFile() : { file, head };
}

/** The upload of a person: nobody else continues, looks at or gives up what is still arriving. */
export async function uploadOf(db: Db, person: Actor, fileId: string): Promise<CaseFile | Problem> {
  const file = await readFile(db, fileId);
  return file === null || file.broughtBy !== person.id ? noSuchFile() : file;
}

/** The one sentence for a file that is not there and for one that may not be seen. */
export function noSuchFile(): Problem {
  return problem('not-found', 'expected a file that you can see, but there is none with this id');
}
