import { enterPrint, keepDocument, readDocument } from '../../db/documents/papers.ts';
import type { MadeDocument } from '../../db/documents/papers.ts';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import { templateInForce } from '../../db/documents/templates.ts';
import { byTemplate } from '../../domain/documents/template.ts';
import { isIncomplete } from '../../domain/documents/compose.ts';
import type { Incomplete } from '../../domain/documents/compose.ts';
import type { Layout } from '../../domain/documents/layout.ts';
import type { DocumentContent } from '../../domain/documents/content.ts';
import { readDay } from '../../domain/words/day.ts';
import type { AppDeps } from '../deps.ts';
import { checkCodeOf, readCode } from './check-code.ts';
import { keptBytes } from './kept-bytes.ts';
import type { Rendered } from './renderer.ts';
import type { Paper } from './sheet.ts';
import type { DocumentCase } from './sources.ts';

/** A document that went out, as bytes. */
export interface MadeOut extends Rendered {
  readonly made: MadeDocument;
}

/** The document of which fact, and the business instant (epoch ms) of making it out. */
interface Asked {
  readonly caseId: string;
  readonly seq: number;
  readonly found: DocumentCase;
  readonly now: number;
}

/** Makes documents out, and prints them. */
export interface Making {
  /** The document of a fact as it went out first, which it does now where it had not. Null: that fact makes none. */
  first(o: Asked): Promise<MadeOut | Incomplete | null>;
  /** The same where nobody wants the bytes: what lacks something that it must contain, or null. */
  ensure(o: Asked): Promise<Incomplete | null>;
  /** One more print of it, entered into the register; from the second on it is marked 补打. */
  print(made: MadeDocument, o: { by: string; now: number; layout: Layout }): Promise<Rendered>;
  /** As it went out, on another paper than A4: looked at, and no print. */
  view(made: MadeDocument, layout: Layout): Promise<Rendered>;
  draft(content: DocumentContent): Promise<Rendered>;
}

type MakingDeps = Pick<AppDeps, 'db' | 'documents' | 'files' | 'config'>;

/** Made out once, a document keeps its words and its bytes: what is renamed afterwards is not in it, and no later release sets it otherwise. `now` in epoch ms of the business clock. */
export function createMaking({ db, documents, files, config }: MakingDeps): Making {
  const { renderer, sealer, site } = documents;
  const kept = keptBytes(db, files);

  function paperOf(content: DocumentContent, of: { caseId: string; factHash: string; number: string }): Paper {
    const code = checkCodeOf(config.sessionSecret, of);
    const url = `${site}/check?${new URLSearchParams({ no: of.number, code }).toString()}`;
    return { content, draft: false, check: { url, code: readCode(code) }, sealNote: sealer.note, mark: null };
  }

  /** Releases before this one kept the words only: those are set again. */
  const bytesOf = async (made: MadeDocument): Promise<Rendered> =>
    (await kept.read(made.sha256)) ?? (await renderer.render(paperOf(made.content, made)));

  /** Makes it out where it was not; `rendered`: what was set just now, and is what is kept. */
  const makeOut = async ({
    caseId,
    seq,
    found,
    now,
  }: Asked): Promise<{ made: MadeDocument; rendered: Rendered | null } | Incomplete | null> => {
    const it = found.facts.find(({ fact }) => fact.seq === seq);
    if (it === undefined) return null;
    const factHash = it.fact.hash;
    const before = await readDocument(db, caseId, factHash);
    if (before !== null) return { made: before, rendered: null };
    const composed = await found.contentOf(it);
    if (composed === null || isIncomplete(composed)) return composed;
    const content = byTemplate(
      composed,
      await templateInForce(db, { departmentId: found.departmentId, kind: it.kind }),
    );
    const of = { caseId, factHash, number: content.number ?? content.caseNo };
    const rendered = await renderer.render(paperOf(content, of));
    const { sha256 } = rendered;
    const seal = await sealer.seal(sha256);
    await kept.keep(rendered, now);
    const made = await keepDocument(db, { ...of, kind: it.kind, content, sha256, seal, madeAt: now });
    // Somebody else may have been first, with other words.
    return { made, rendered: made.sha256 === sha256 ? rendered : null };
  };

  return {
    first: async (asked) => {
      const out = await makeOut(asked);
      if (out === null || !('made' in out)) return out;
      return { made: out.made, ...(out.rendered ?? (await bytesOf(out.made))) };
    },
    ensure: async (asked) => {
      const out = await makeOut(asked);
      return out === null || 'made' in out ? null : out;
    },
    print: async (made, { by, now, layout }) => {
      const nth = await enterPrint(db, { caseId: made.caseId, factHash: made.factHash, at: now, by });
      const mark = nth === 1 ? null : `补打（第${nth}次打印）${readDay(civilDateOf(now))}`;
      return renderer.render({ ...paperOf(made.content, made), mark, layout });
    },
    view: async (made, layout) => renderer.render({ ...paperOf(made.content, made), layout }),
    draft: async (content) => renderer.render({ content, draft: true, check: null, sealNote: null, mark: null }),
  };
}
