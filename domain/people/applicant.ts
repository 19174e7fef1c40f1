import type { Actor } from './roles.ts';

/** Whoever gives an order with the number and the query code of a case: its applicant, by no account, with no post. */
export const applicantActor: Actor = { id: '5f1a0000-0000-4000-8000-000000000002', posts: [] };
