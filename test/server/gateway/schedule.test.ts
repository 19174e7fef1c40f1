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
      return { compared: 0, drifted: 0, repaired: 0, unanswered: 0 };
    },
    differing: async () => [],
    restore: never,
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

  test('compares with Temporal as soon as it is ready', async () => {
    const gateway = gatewayThat(async () => 0);
    const schedule = startSchedule(gateway, log);
    await schedule.ready;
    await expect.poll(() => gateway.comparisons).toBe(1);
    await schedule.stop();
  });

  test('fault I10: is not ready by a sweep that fails, says so, and is by the next that succeeds', async () => {
    const gateway = gatewayThat(async () => (gateway.sweeps === 1 ? Promise.reject(new Error('away')) : 0));
    const schedule = startSchedule(gateway, log);
    let ready = false;
    void schedule.ready.then(() => {
      ready = true;
    });
    await expect.poll(() => log.error.mock.calls.length).toBeGreaterThan(0);
    expect([ready, gateway.sweeps, gateway.comparisons]).toEqual([false, 1, 0]);
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ name: 'sweep' }), expect.any(String));
    await schedule.ready;
    expect(gateway.sweeps).toBe(2);
    await schedule.stop();
  });
});
