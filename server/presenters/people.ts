import type { OkOf } from '../../contract/routes.ts';
import type { NamedPost } from '../../db/people/users.ts';
import { roleTitle } from './words.ts';

/** Posts with the words for their roles. */
export function presentPosts(posts: readonly NamedPost[]): OkOf<'me'>['posts'] {
  return posts.map((post) => ({ ...post, roleTitle: roleTitle(post.role) }));
}
