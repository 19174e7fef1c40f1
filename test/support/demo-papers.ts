import { counterOf } from '../../server/documents/sources.ts';
import type { OrderBody } from '../../contract/orders.ts';
import { people } from '../../db/seed/people.ts';
import { departments } from '../../db/seed/regions.ts';
import { demoCases } from '../../demo/seed/cases.ts';
import { filingBody } from '../../demo/seed/filings.ts';
import { cuesOf } from '../../demo/seed/play.ts';
import { compileCalendar, isWorkday, nationalCalendar } from '../../domain/clock/calendar.ts';
import { addDays, toDayNumber } from '../../domain/clock/civil-date.ts';
import { documentOf } from '../../domain/documents/compose.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { actOf } from '../../domain/documents/source.ts';
import type { DocumentSource } from '../../domain/documents/source.ts';
import { caseBook } from '../../domain/words/case-book.ts';
import { chooseByForm } from '../../server/conditions.ts';
import { digestOrder, keep } from '../../server/order-texts.ts';
import { caseId, day, person, Scene } from './scene.ts';

const secret = 'ab'.repeat(32);
const calendar = compileCalendar(nationalCalendar());
const days = Array.from({ length: 61 }, (_, i) => addDays(day('2026-09-28'), i)).filter((one) =>
  isWorkday(calendar, toDayNumber(one)),
);

/** A document of a demo case, and the words behind the marks of its fact. */
export interface DemoPaper {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly source: DocumentSource;
  readonly texts: Readonly<Record<string, string>>;
}

interface Played {
  readonly scene: Scene;
  readonly demo: ReturnType<typeof demoCases>[number];
  readonly texts: Record<string, string>;
}

/** Every document of the demo, played by the law itself with the words the seed gives. */
export function demoPapers(): readonly DemoPaper[] {
  return [...played().entries()].flatMap(([name, { scene, demo, texts }]) =>
    scene.facts.flatMap(({ body, seq }): readonly DemoPaper[] => {
      const kind = documentOf(body);
      const act = actOf(caseId, scene.facts, seq);
      if (kind === null || act === null) return [];
      const { definition, item } = demo.seed;
      const names = Object.fromEntries([
        ...people.map(({ id, name: called }) => [id, called]),
        ...scene.facts.flatMap(({ actorId }) => (actorId === null ? [] : [[actorId, nameOf(actorId)]])),
      ]);
      const book = caseBook({ definition, facts: act.facts, texts, people: names });
      const agency = departments.find(({ id }) => id === item.departmentId)?.name ?? '';
      const source = {
        ...act,
        world: scene.world,
        definition,
        book,
        agency,
        counter: counterOf(item.guide),
        number: null,
      };
      return [{ name: `${name}-${seq}-${kind}`, kind, source, texts }];
    }),
  );
}

function played(): ReadonlyMap<string, Played> {
  const cases = new Map<string, Played>();
  for (const { demo, index, day: nth, act: at } of cuesOf(demoCases(days.length), days.length)) {
    const on = days[nth] ?? day('2026-11-27');
    const act = demo.acts[at];
    if (act === undefined) {
      cases.set(demo.name, filed(demo, index, on));
      continue;
    }
    const { order, texts } = digestOrder(act.order(on) as OrderBody, secret);
    const it = cases.get(demo.name);
    it?.scene.give(on, person(act.role), order);
    for (const { digest, content } of texts) if (it !== undefined) it.texts[digest] = content;
  }
  return cases;
}

function filed(demo: Played['demo'], index: number, on: string): Played {
  const { definition } = demo.seed;
  const body = filingBody(demo.seed, { ...demo, index, receivedOn: on });
  const texts: Record<string, string> = {};
  const mark = (content: unknown) => {
    const text = keep(content, secret);
    texts[text.digest] = text.content;
    return text.digest;
  };
  const materials = body['materials'] as { id: string; sha256: string | null; received: boolean }[];
  const caseNo = `${demo.seed.item.code}${on.replaceAll('-', '')}${String(index + 1).padStart(4, '0')}`;
  const words = {
    applicant: mark(body['applicant']),
    agent: body['agent'] === null ? null : mark(body['agent']),
    contact: mark(body['contact']),
    address: mark(body['address']),
    form: mark(body['form']),
  };
  const filing = { caseNo, materials, ...words, ...chooseByForm(definition, demo.form, secret) };
  return { scene: new Scene(on, filing, definition), demo, texts };
}

/** The demo person of a role. */
function nameOf(role: string): string {
  return people.find(({ posts }) => posts.some((post) => post.role === role))?.name ?? role;
}
