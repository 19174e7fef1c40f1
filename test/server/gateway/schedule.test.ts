import { describe, expect, test, vi } from 'vitest';
import { startSchedule } from '../../../server/gateway/schedule.ts';
import type { Gateway } from '../../../server/gateway/types.ts';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };

function gatewayThat(sweep: () => Promise<number>): Gateway & { sweeps: number; comparisons: number } {
  const never = async () => Promise.reject(new Error('not asked for'));
  const gateway = {
    sweeps: 0,
    comparisons: 0,
    file: never,
    recall: async () => null,
    give: never,
    adopt: never,
    advance: never,
    sweep: async () => {
      gateway.sweeps += 1;
      return sweep();
    },
    reconcile: async () => {
      gateway.comparisons += 1;
      return { compared: 0, drifted: 0, repaired: 0 };
    },
  };
  return gateway;
}

describe('the schedule of an API process', () => {
  test('is ready when the first sweep is over', async () => {
    const schedule = startSchedule(
      gatewayThat(async () => 0),
      log,
    );
    await schedule.ready;
    await schedule.stop();
  });

  test('survives a sweep that fails, and says so', async () => {
    const gateway = gatewayThat(async () => Promise.reject(new Error('away')));
    const schedule = startSchedule(gateway, log);
    await schedule.ready;
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ name: 'sweep' }), expect.any(String));
    await schedule.stop();
    expect(gateway).toMatchObject({ sweeps: 1, comparisons: 0 });
  });
});
