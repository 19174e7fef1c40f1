import { expect, it } from 'vitest';
import { postChanges } from '../../../console/people/post-changes.ts';

const at = (departmentId: string, role: 'windowClerk' | 'reviewer') => ({ departmentId, role });

it('posts that come and go are told apart from those that stay; one that is named twice is one', () => {
  const before = [at('sy-water', 'windowClerk'), at('sy-water', 'reviewer')];
  expect(postChanges(before, [...before].reverse())).toEqual({ given: [], taken: [] });
  const next = [at('sy-water', 'reviewer'), at('sy-health', 'reviewer'), at('sy-health', 'reviewer')];
  expect(postChanges(before, next)).toEqual({ given: [next[1]], taken: [before[0]] });
});
