import { beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../tools/kill/violation.ts';
import { leastInFlight, runCampaign } from '../tools/kill/campaign.ts';
import type { Campaign } from '../tools/kill/campaign.ts';
import { targets } from '../tools/kill/faults.ts';

let campaign: Campaign;

beforeAll(async () => {
  campaign = await runCampaign({ rounds: targets.length, seed: 20_261_124, log: (line) => console.log(line) });
});

describe('kill -9 of API, worker, Temporal server and PostgreSQL under load', () => {
  it('loses no acknowledged order, doubles none, and leaves the read tables as a rebuild writes them', () => {
    // How long people wait depends on the machine, too: that bound is the campaign's by hand (`npm run kill`).
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

  it('fault I3: lets people go on while one of two workers or APIs is dead', () => {
    const twinned = campaign.rounds.filter(({ stillMs }) => stillMs !== null);
    expect(new Set(twinned.map(({ target }) => target))).toEqual(new Set(['api', 'worker']));
    for (const { meanwhile } of twinned) expect(meanwhile).toBeGreaterThan(leastInFlight);
  });

  it('moved the business clock in every round, so that rungs were reached and dates lapsed while something was down', () => {
    // A move that was under way when its server died is answered after the round.
    for (const round of campaign.rounds) expect(round.movesAsked).toBeGreaterThan(0);
    expect(campaign.rounds.reduce((sum, { moved }) => sum + moved, 0)).toBeGreaterThan(0);
    expect(campaign.rounds.at(-1)?.rungs).toBeGreaterThan(campaign.rounds[0]?.rungs ?? 0);
  });
});

describe('the checker', () => {
  it('finds each planted corruption, with its case, and nothing in data that nobody touched', () => {
    expect(campaign.planted.length).toBeGreaterThan(5);
    expect(campaign.planted.filter(({ found }) => !found)).toEqual([]);
  });
});
