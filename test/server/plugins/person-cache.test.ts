import { describe, expect, it } from 'vitest';
import { believeMs, createPersonCache } from '../../../server/plugins/person-cache.ts';

const person = {
  id: 'p',
  name: '江承文',
  login: 'jiang',
  posts: [],
  mustChangePassword: false,
  scope: 'full' as const,
};

function scene() {
  const seen = { reads: 0, at: 0, good: true, hears: true };
  const cache = createPersonCache(
    async () => {
      seen.reads += 1;
      return seen.good ? person : null;
    },
    () => seen.at,
    () => seen.hears,
  );
  return { seen, cache };
}

describe('the persons behind tokens', () => {
  it('are read once in two seconds', async () => {
    const { seen, cache } = scene();
    await cache.ofToken('a');
    seen.at = believeMs - 1;
    expect(await cache.ofToken('a')).toEqual(person);
    expect(seen.reads).toBe(1);
  });

  it('fault I6: are read each time while nothing is heard of other processes', async () => {
    const { seen, cache } = scene();
    await cache.ofToken('a');
    seen.hears = false;
    seen.good = false;
    expect(await cache.ofToken('a')).toBeNull();
  });

  it('lose their rights at most two seconds after a note of it was lost', async () => {
    const { seen, cache } = scene();
    await cache.ofToken('a');
    seen.good = false;
    seen.at = believeMs;
    expect(await cache.ofToken('a')).toBeNull();
  });

  it('lose them at once after a change in this process', async () => {
    const { seen, cache } = scene();
    await cache.ofToken('a');
    seen.good = false;
    cache.forget();
    expect(await cache.ofToken('a')).toBeNull();
  });

  it('are not remembered from before a change that came while they were read', async () => {
    const { seen, cache } = scene();
    const reading = cache.ofToken('a');
    cache.forget();
    await reading;
    seen.good = false;
    expect(await cache.ofToken('a')).toBeNull();
  });

  it('are not remembered when the token is not good', async () => {
    const { seen, cache } = scene();
    seen.good = false;
    expect(await cache.ofToken('a')).toBeNull();
    seen.good = true;
    expect(await cache.ofToken('a')).toEqual(person);
  });
});
