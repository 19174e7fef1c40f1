import { describe, expect, it } from 'vitest';
import { catalogue, isProblem, localize, problem, problemCodes, statusOf } from '../../contract/problem.ts';
import { applicantOrderTypes } from '../../contract/applicant-orders.ts';
import { orderSchemas } from '../../contract/orders.ts';
import { routeList } from '../../contract/routes.ts';
import { orderArea } from '../../console/i18n/order.ts';
import { orderTypes, peopleFields, textFields } from '../../domain/case/acts/index.ts';
import type { OrderType } from '../../domain/case/acts/index.ts';
import { auditKinds } from '../../domain/people/audit.ts';
import { rejectionCodes } from '../../domain/rejections/index.ts';

describe('the catalogue of problems', () => {
  it('has every refusal of the case machine', () => {
    expect(rejectionCodes.filter((code) => !problemCodes.includes(code))).toEqual([]);
  });

  it('says everything in Chinese and in English, with a sentence', () => {
    for (const code of problemCodes) {
      const { status, zh, en, sentence } = catalogue[code];
      expect([code, status]).toEqual([code, statusOf[code]]);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
      expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/);
    }
  });

  it('keeps the exact sentence and turns the document into English', () => {
    const refusal = problem('four-eyes', 'expected another person, but it is the same', { retryAfter: 1 });
    expect(isProblem(refusal)).toBe(true);
    expect(refusal).toMatchObject({ status: 403, title: '须由他人办理', retryAfter: 1 });
    expect(localize(refusal, 'en')).toMatchObject({
      title: 'Another person must do this',
      detail: 'expected another person, but it is the same',
    });
    expect(localize(refusal, 'zh')).toBe(refusal);
    // What everybody may meet is a sentence for people; the exact one stays beside it.
    const unknown = problem('not-found', 'expected an item, but none has the code none');
    expect(localize(unknown, 'en')).toMatchObject({
      detail: 'There is no such thing, or you may not see it.',
      reason: 'expected an item, but none has the code none',
    });
    expect(isProblem({ type: 'about:blank' })).toBe(false);
  });
});

describe('the orders', () => {
  it('have one schema each, the applicant’s at a door of their own, but the two that no person gives at any', () => {
    const elsewhere = [...applicantOrderTypes, 'advanceClock', 'adoptCalendar'];
    expect([...Object.keys(orderSchemas), ...elsewhere].toSorted()).toEqual([...orderTypes].toSorted());
  });

  it('take words where the machine takes digests', () => {
    for (const [type, schema] of Object.entries(orderSchemas)) {
      const fields = textFields(type as OrderType).keys();
      expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining([...fields]));
      expect(schema.properties.type).toMatchObject({ const: type });
    }
  });
});

describe('a form for an order', () => {
  const fields = Object.entries(orderSchemas).flatMap(([type, { properties }]) =>
    Object.entries<object>(properties).map(([name, schema]) => ({ type: type as OrderType, name, schema })),
  );

  it('has a word for each field', () => {
    const asked = fields.filter(({ name, schema }) => name !== 'stepId' && !('const' in schema));
    expect(asked.filter(({ name }) => !Object.hasOwn(orderArea, name)).map(({ name }) => name)).toEqual([]);
  });

  it('offers people just where the act names people', () => {
    const marked = fields.filter(({ schema }) => JSON.stringify(schema).includes('x-person'));
    const named = fields.filter(({ type, name }) => peopleFields(type).includes(name));
    expect(marked).toEqual(named);
  });
});

describe('the table of routes', () => {
  it('names each route once, with a policy and a title', () => {
    const places = routeList.map(({ method, url }) => `${method} ${url.replaceAll(/:\w+/g, ':')}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { policy, title, tag } of routeList) {
      expect(policy === 'public' || policy === 'signedIn' || policy.length > 0).toBe(true);
      expect(title + tag).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('asks a key for every write on a case', () => {
    const writes = routeList.filter(({ method, url }) => method !== 'GET' && url.startsWith('/cases'));
    expect(writes.map(({ name, idempotent }) => [name, idempotent])).toEqual([
      ['fileCase', true],
      ['giveOrder', true],
      // Each press is a print of its own; a draft records nothing.
      ['printDocument', undefined],
      ['draftDocument', undefined],
    ]);
  });

  it('fault D9: says of every route that changes something, or gives a file, what it audits', () => {
    const silent = routeList.filter((route) => {
      const changes = route.method !== 'GET' && route.idempotent !== true;
      const gives = route.produces?.startsWith('text/csv') === true;
      return (changes || gives) && route.audits === undefined;
    });
    expect(silent.map(({ name }) => name).toSorted()).toEqual([...unaudited].toSorted());
    const audited = routeList.flatMap(({ audits = [] }) => audits);
    // A refusal is audited before any route is asked.
    expect([...new Set([...audited, 'requestRefused'])].toSorted()).toEqual(Object.keys(auditKinds).toSorted());
  });

  it('closes every object that comes in', () => {
    for (const { name, params, query, body } of routeList) {
      for (const part of [params, query, body]) {
        if (part !== undefined) expect([name, openObjects(part)]).toEqual([name, []]);
      }
    }
  });
});

/** Nobody's rights, nor data that leave. */
const unaudited = [
  // Without an account.
  'lookup',
  'openFileDoor',
  'offerFile',
  'offerPart',
  'cancelOffer',
  'beginDraft',
  'saveDraft',
  'dropDraft',
  'beginDraftFile',
  'draftFilePart',
  'dropDraftFile',
  'submitDraft',
  'checkDocument',
  'reckonClock',
  'explainAnyClock',
  // One's own reading marks and saved views, and which of one's own posts is in use.
  'readMessage',
  'openedCase',
  'keepView',
  'renameView',
  'dropView',
  'readAllMessages',
  'choosePost',
  // Items and flows keep their versions with who drafted and published them; the clock of demonstrations is an order.
  'createItem',
  'changeItem',
  'draftFlow',
  'editFlow',
  'checkFlow',
  'publishFlow',
  'advanceBusinessClock',
  // What is brought is kept with who brought it, seen by nobody else, and does nothing until `runImport`.
  'startImport',
  'addImportRows',
  'checkImport',
  'importFaultsCsv',
  // Nothing is recorded.
  'draftDocument',
  // Rows of files keep who brought and withdrew them, when and why.
  'beginUpload',
  'uploadPart',
  'cancelUpload',
  'withdrawFile',
  'takeFile',
  'declineFile',
];

/** Objects with named fields that take others too. */
function openObjects(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const named = 'properties' in schema && !('additionalProperties' in schema) ? [at] : [];
  const inner = Object.entries(schema).flatMap(([key, value]) => openObjects(value, `${at}/${key}`));
  return [...named, ...inner];
}
