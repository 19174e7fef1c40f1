import type { BodyOf } from '../../contract/routes.ts';

/** What is written in the form of a new account. */
export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly departmentId: string;
}

/** The form as the API takes it. The account begins without posts: those are given by the security administrator. */
export function newAccountBody(account: NewAccount, password: string): BodyOf<'createUser'> {
  return { ...account, password };
}
