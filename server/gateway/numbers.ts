import { readHead } from '../../db/journal/head.ts';
import { bearerOf, bookAgain } from '../../db/numbers/book.ts';
import type { AskedNumber, Booked } from '../../db/numbers/book.ts';
import type { World } from '../../domain/case/state.ts';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import { documentNames } from '../../domain/documents/kind-names.ts';
import { issuesPaper, needsPlan, numberIn, paperOf, withNumber } from '../../domain/numbers/papers.ts';
import type { NumberedOrder } from '../../domain/numbers/papers.ts';
import { refusal } from './answers.ts';
import type { Context } from './context.ts';
import type { OrderInHand } from './send.ts';
import type { Answer } from './types.ts';

/** What an order asks of the number register, in the year of the business day it is received on; null: it issues no paper. */
export async function askedNumber(
  context: Context,
  { caseId, order, receivedAt }: Pick<OrderInHand, 'caseId' | 'order' | 'receivedAt'>,
): Promise<AskedNumber | null> {
  if (!issuesPaper(order)) return null;
  const { offset } = await context.clock.current();
  const year = Number(civilDateOf(receivedAt + offset).slice(0, 4));
  return { paper: paperOf(order, await planFor(context, caseId, order)), year, typed: numberIn(order) };
}

async function planFor(context: Context, caseId: string, order: NumberedOrder): Promise<World | null> {
  if (!needsPlan(order)) return null;
  const head = context.heads.of(caseId) ?? (await readHead(context.db, caseId));
  return head === null ? null : context.worlds.worldOf(head.state);
}

/** The order in hand with its number; or why it gets none. Another attempt than the first asks the register what it said. */
export async function numberedHand(context: Context, hand: OrderInHand): Promise<OrderInHand | Answer> {
  const { order, booked: told } = hand;
  const asked = issuesPaper(order) && told !== null ? await askedNumber(context, hand) : null;
  if (asked === null || !issuesPaper(order)) return hand;
  const booked = told ?? (await bookAgain(context.db, { ...hand, ...asked }));
  if ('text' in booked) return { ...hand, order: withNumber(order, booked.text) };
  return refusedNumber(context, { caseId: hand.caseId, asked, booked });
}

async function refusedNumber(
  { db }: Context,
  o: { caseId: string; asked: AskedNumber; booked: Extract<Booked, { refused: unknown }> },
): Promise<Answer> {
  const { caseId, asked, booked } = o;
  const { title } = documentNames[asked.paper];
  switch (booked.refused) {
    case 'number-missing':
      return refusal(booked.refused, `expected the number of the ${title.en.toLowerCase()}, but none was given`);
    case 'number-from-register':
      return refusal(
        booked.refused,
        `expected no number, but ${asked.typed} was given: the register numbers this kind`,
      );
    case 'number-taken': {
      const caseNo = (await bearerOf(db, { caseId, kind: asked.paper, text: asked.typed })) ?? '';
      const detail = `expected a number of no other paper, but ${asked.typed} is that of the ${title.en.toLowerCase()} in case ${caseNo}`;
      return refusal(booked.refused, detail, { other: { kind: asked.paper, title, text: asked.typed, caseNo } });
    }
  }
  return booked.refused satisfies never;
}
