import { expect, test } from 'vitest';
import { readCommand } from '../../tools/restore-command.ts';

const caseId = 'b946f56f-b0b3-5315-a655-324a16357fb0';

test('case:restore says what a wrong command line lacks', () => {
  for (const [args, sentence] of [
    [[], 'expected one of case ids, --file, --all and --list, but found 0'],
    [['--all', '--list'], 'expected one of case ids, --file, --all and --list, but found 2'],
    [['nonsense'], 'expected a case id (a UUID, as --list and the log tell it), but found nonsense'],
    [['--all', '--journal-was-restored', '--drop-unregistered'], 'expected one of --journal-was-restored'],
  ] as const) {
    expect(readCommand(args)).toEqual({ wrong: expect.stringContaining(sentence) });
  }
});

test('case:restore takes or drops nothing that is not registered unless it is told to', () => {
  expect(readCommand([caseId])).toEqual({ ways: { list: false, all: false, caseIds: [caseId] }, ahead: 'refuse' });
  expect(readCommand(['--all'])).toMatchObject({ ahead: 'refuse' });
  expect(readCommand(['--all', '--journal-was-restored'])).toMatchObject({ ahead: 'take' });
  expect(readCommand(['--all', '--drop-unregistered'])).toMatchObject({ ahead: 'drop' });
});
