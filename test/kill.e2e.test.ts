import { beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../tools/kill/violation.ts';
import { leastInFlight, runCampaign } from '../tools/kill/campaign.ts';
import type { Campaign } from '../tools/kill/campaign.ts';
import { targets } from '../tools/kill/faults.ts';
import { longestStillMs } from '../tools/kill/round.ts';

let campaign: Campaign;

beforeAll(async () => {
  campaign = await runCampaign({ rounds: targets.length, seed: 20_261_124, log: (line) => console.log(line) });
});

describe('kill -9 of API, worker, Temporal server and PostgreSQL under load', () => {
  it('loses no acknowledged order, doubles none, and leaves the read tables as a rebuild writes them', () => {
    // How long people wait depends on the machine, too: that bound is the campaign's by hand (`npm run kill`), a wider one stands below.
    expect(campaign.violations.filter(({ code }) => code !== 'stood-still').map(lineOf)).toEqual([]);
  });

  it('was given once for each of the four, with 16 orders in flight and at most a fifth of unknown outcomes', () => {
    const counted = campaign.rounds.filter(({ counts }) => counts);
    expect(counted.map(({ target }) => target)).toEqual(targets);
    for (const round of counted) {
      expect(round.inFlight).toBeGreaterThanOrEqual(leastInFlight);
      expect(round.unknown).toBeLessThanOrEqual(0.2 * round.operations);
      expect(round.acked).toBeGreaterThan(leastInFlight);
      expect(round.refused).toBeGreaterThan(0);
    }
  });

  it('fault I3: lets everybody go on when one of two workers or APIs dies, long before it is back on a busy machine', () => {
    const twinned = campaign.rounds.filter(({ stillMs }) => stillMs !== null);
    expect(new Set(twinned.map(({ target }) => target))).toEqual(new Set(['api', 'worker']));
    for (const { stillMs, meanwhile } of twinned) {
      expect(stillMs).toBeLessThanOrEqual(5 * longestStillMs);
      expect(meanwhile).toBeGreaterThan(leastInFlight);
    }
  });

  it('moved the business clock in every round, so that rungs were reached and dates lapsed while something was down', () => {
    for (const round of campaign.rounds) expect(round.moved).toBeGreaterThan(0);
    expect(campaign.rounds.at(-1)?.rungs).toBeGreaterThan(campaign.rounds[0]?.rungs ?? 0);
  });
});

describe('the checker', () => {
  it('finds each planted corruption, with its case, and nothing in data that nobody touched', () => {
    expect(campaign.planted.length).toBeGreaterThan(5);
    expect(campaign.planted.filter(({ found }) => !found)).toEqual([]);
  });
});
