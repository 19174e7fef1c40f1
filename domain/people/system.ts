import type { Actor } from './roles.ts';

/** What the product orders of itself, such as a new calendar: one known actor that is nobody's account and holds no post. */
export const systemActor: Actor = { id: '5f1a0000-0000-4000-8000-000000000001', posts: [] };
