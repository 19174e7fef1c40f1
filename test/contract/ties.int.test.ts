import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The contract is tied to the domain by the compiler: here it is run over a copy of both with one mutation each. A privacy rule before it is
 * a comfort: a digest that is not listed would carry its words into a history.
 */
const root = join(import.meta.dirname, '../..');
const place = join(root, 'node_modules/.cache/shixian/ties');
const tsc = join(root, 'node_modules/.bin/tsc');

beforeAll(() => {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const part of ['domain', 'contract', 'tsconfig.base.json'])
    cpSync(join(root, part), join(place, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  const options = {
    noEmit: true,
    composite: false,
    incremental: false,
    skipLibCheck: true,
    lib: ['es2023'],
    types: ['node'],
  };
  const files = ['contract/orders.ts', 'contract/flow-definition.ts', 'contract/problem.ts', 'domain/case/machine.ts'];
  writeFileSync(
    join(place, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.base.json', compilerOptions: options, files }),
  );
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What the compiler says of the copy. */
async function compiled(): Promise<string> {
  return promisify(execFile)(tsc, ['-p', '.', '--pretty', 'false'], { cwd: place }).then(
    () => '',
    (error: { stdout?: string }) => error.stdout ?? String(error),
  );
}

/** The complaint about one file in which a text was replaced. */
async function mutated(file: string, from: string, to: string): Promise<string> {
  const path = join(place, file);
  const text = readFileSync(path, 'utf8');
  expect(text, `${file} says ${from}`).toContain(from);
  writeFileSync(path, text.replace(from, to));
  try {
    return await compiled();
  } finally {
    writeFileSync(path, text);
  }
}

test('the copy compiles as it is', async () => {
  expect(await compiled()).toBe('');
});

describe('does not compile, and the complaint names it', () => {
  const mutations: [string, string, string, string, RegExp][] = [
    [
      'a digest missing from the text fields',
      'domain/steps/review.ts',
      "texts: { opinion: 'words' }",
      'texts: {}',
      /steps\/review\.ts.*opinion/s,
    ],
    [
      'a text field that is no digest',
      'domain/steps/review.ts',
      "texts: { opinion: 'words' }",
      "texts: { opinion: 'words', outcome: 'words' }",
      /steps\/review\.ts.*outcome/s,
    ],
    [
      'a person missing from the people',
      'domain/steps/hearing.ts',
      "people: { presider: { roles: ['hearingOfficer'], recused: reviewers } }",
      'people: {}',
      /steps\/hearing\.ts.*presider/s,
    ],
    [
      'a field of another type',
      'contract/orders.ts',
      'count: Type.Integer({ minimum: 1, maximum: 1000 })',
      'count: Type.String()',
      /contract\/orders\.ts.*requestExtension/s,
    ],
    [
      'a field the domain does not know',
      'contract/orders.ts',
      "approveUntimedStep: order('approveUntimedStep', { stepId })",
      "approveUntimedStep: order('approveUntimedStep', { stepId, note: ShortText })",
      /contract\/orders\.ts.*approveUntimedStep/s,
    ],
    [
      'a field the contract leaves out',
      'contract/orders.ts',
      "accept: order('accept', { stepId, documentNo: GivenNo, ...enteredLate })",
      "accept: order('accept', { stepId, ...enteredLate })",
      /contract\/orders\.ts.*'accept'|"accept"/s,
    ],
    [
      'an order without a schema',
      'contract/orders.ts',
      "  remind: order('remind', { stepId, note: LongText }),\n",
      '',
      /contract\/orders\.ts.*remind/s,
    ],
    [
      'an order under another’s name',
      'domain/case/acts/index.ts',
      '  withdraw,\n',
      '  withdraw: changeContact,\n',
      /acts\/index\.ts/,
    ],
    [
      'a fact under another’s name',
      'domain/case/facts/index.ts',
      'CaseClosed: caseClosed',
      'CaseClosed: caseFiled',
      /facts\/index\.ts/,
    ],
    [
      'a kind whose facts are left out',
      'domain/case/facts/index.ts',
      '  ...hearing.facts,\n',
      '',
      /facts\/index\.ts.*HearingFinished/s,
    ],
    [
      'a kind whose orders are left out',
      'domain/case/acts/index.ts',
      "  ...endings('hearing', kinds.hearing),\n",
      '',
      /acts\/index\.ts.*finishHearing/s,
    ],
    [
      'a kind without a file',
      'domain/steps/params.ts',
      '  readonly delivery: NoParams;',
      '  readonly delivery: NoParams;\n  readonly testing: NoParams;',
      /steps\/index\.ts.*testing/s,
    ],
    [
      'a parameter without a schema',
      'domain/steps/params.ts',
      'readonly hearing: NoParams',
      'readonly hearing: { readonly days: number }',
      /steps\/hearing\.ts.*days/s,
    ],
    [
      'a field of a flow of another type',
      'contract/flow-definition.ts',
      'minimum: Type.Optional(Type.Number())',
      'minimum: Type.Optional(Type.String())',
      /flow-definition\.ts.*field/s,
    ],
    [
      'a field of a flow the domain does not know',
      'contract/flow-definition.ts',
      'ifLimitAtLeast: Type.Optional(Count),',
      'ifLimitAtLeast: Type.Optional(Count),\n  colour: Type.String(),',
      /flow-definition\.ts.*rung/s,
    ],
    [
      'a field of a step the contract leaves out',
      'contract/flow-definition.ts',
      '  by: RoleName,\n  limit: Type.Optional(LimitRule),',
      '  limit: Type.Optional(LimitRule),',
      /flow-definition\.ts.*step/s,
    ],
  ];
  test.each(mutations)('%s', async (_what, file, from, to, complaint) => {
    expect(await mutated(file, from, to)).toMatch(complaint);
  });
});
