import { describe, expect, it } from 'vitest';
import { isOutage } from '../../../server/plugins/problems.ts';

describe('an outage', () => {
  it('is told from a bug by what PostgreSQL, its driver and gRPC say when they are away', () => {
    const away = [
      ...['ECONNREFUSED', 'ECONNABORTED', 'EHOSTUNREACH', 'EAI_AGAIN', '57P01', '57P03', '53300', '08006', 14].map(
        (code) => ({ code }),
      ),
      ...[
        'Connection terminated unexpectedly',
        'Connection terminated due to connection timeout',
        'Client was closed and is not queryable',
        'Query read timeout',
      ].map((message) => ({ message })),
    ];
    expect(away.filter((error) => !isOutage(error))).toEqual([]);
    expect([{ code: '23505' }, { code: 'ENOENT' }, { message: 'x is not a function' }].filter(isOutage)).toEqual([]);
  });
});
