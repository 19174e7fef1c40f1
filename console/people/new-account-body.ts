import type { BodyOf } from '../../contract/routes.ts';

/** What is written in the form of a new account. */
export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly departmentId: string;
}

/** The form as the API takes it. The account begins without posts: those are an act of their own, begun at the department. */
export function newAccountBody({ name, login }: NewAccount, password: string): BodyOf<'createUser'> {
  return { name, login, password, posts: [] };
}
