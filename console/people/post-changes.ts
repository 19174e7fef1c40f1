import type { BodyOf } from '../../contract/routes.ts';

/** A post to give, as the API takes it. */
export type PostOf = BodyOf<'setPosts'>['posts'][number];

const keyOf = ({ departmentId, role }: PostOf) => `${departmentId} ${role}`;

/** Which posts come and which go when `next` takes the place of `before`; one that is named twice is one. */
export function postChanges(before: readonly PostOf[], next: readonly PostOf[]) {
  const [had, has] = [new Map(before.map(withKey)), new Map(next.map(withKey))];
  return {
    given: [...has].filter(([key]) => !had.has(key)).map(([, post]) => post),
    taken: [...had].filter(([key]) => !has.has(key)).map(([, post]) => post),
  };
}

const withKey = (post: PostOf) => [keyOf(post), post] as const;
