import { say } from '../words/said.ts';
import type { Language, Said } from '../words/said.ts';
import { readFilter } from './audit-filter.ts';
import { exportedLists } from './audit.ts';
import type { AuditDetails, AuditEntry, AuditedPost } from './audit.ts';
import { roles } from './roles.ts';

/** Names of what an entry holds ids of; of a route and of a refusal in the words that people meet them in. */
export interface AuditBook {
  person(id: string): string;
  department(id: string): string;
  route(name: string): string;
  refusal(code: string, language: Language): string;
}

interface Reader {
  readonly book: AuditBook;
  readonly language: Language;
}

/** An entry in words: whom or what it is about, and what was done. */
export function readAudit({ account, subject, details = {} }: AuditEntry, book: AuditBook, language: Language): string {
  const o = { book, language };
  const person = account === undefined ? null : book.person(account);
  const parts = [person, subject, ...accountParts(details, person, o), ...requestParts(details, o)];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(say({ zh: '；', en: '; ' }, language));
}

type Part = string | false | undefined;

/** What an entry says of an account. `person`: its name as it stands before, with the login where it is known. */
function accountParts(said: AuditDetails, person: string | null, { book, language }: Reader): readonly Part[] {
  const isTold = said.login !== undefined && person?.includes(said.login) === true;
  return [
    !isTold && said.name,
    !isTold && said.login !== undefined && say({ zh: `用户名：${said.login}`, en: `login: ${said.login}` }, language),
    // Where the account is known, it says whose sign-in was refused.
    person === null && said.mark !== undefined && say(unknownLogin(said.mark), language),
    said.locked && say({ zh: '多次输错，已锁定，没有核对密码', en: 'locked after wrong ones, not judged' }, language),
    said.homes && homesIn(said.homes, book, language),
    said.after && postsIn(said.before ?? [], said.after, { book, language }),
  ];
}

function requestParts(said: AuditDetails, { book, language }: Reader): readonly Part[] {
  const pick = (zh: string, en: string): string => say({ zh, en }, language);
  const refusal = said.refusal === undefined ? '' : book.refusal(said.refusal, language);
  return [
    said.title,
    said.scope === 'full' && pick('与本人权限相同', 'all that its owner may'),
    said.scope === 'readOnly' && pick('只能查询', 'only reads'),
    said.keptTokens && pick('保留访问令牌', 'tokens were kept'),
    said.list && say(exportedLists[said.list], language),
    said.filter !== undefined && readFilter(said.filter, book, language),
    said.rows !== undefined && pick(`共 ${said.rows} 行`, `${said.rows} rows`),
    said.sha256 !== undefined && pick(`SHA-256：${said.sha256}`, `SHA-256: ${said.sha256}`),
    said.route !== undefined && pick(`请求：${book.route(said.route)}`, `request: ${said.route}`),
    said.refusal !== undefined && pick(`原因：${refusal}`, `because: ${refusal}`),
    said.byToken && pick('使用访问令牌', 'with an access token'),
    said.byCommand && pick('在服务器上办理', 'at the machine'),
  ];
}

/** What was typed stays out of the words too: people type passwords into the wrong field. */
function unknownLogin(mark: string): Said {
  return {
    zh: `没有这个用户名（所填内容不记录，以代号 ${mark} 代替）`,
    en: `no such login (what was typed is not kept; ${mark} stands for it)`,
  };
}

function homesIn(homes: readonly (string | null)[], book: AuditBook, language: Language): string {
  const [before = null, after = null] = homes.map((home) => (home === null ? null : book.department(home)));
  const none = { zh: '未定', en: 'none' };
  const to = after ?? say(none, language);
  if (before === null) return say({ zh: `所属部门：${to}`, en: `home: ${to}` }, language);
  return say({ zh: `所属部门由${before}改为${to}`, en: `home changed from ${before} to ${to}` }, language);
}

function postsIn(before: readonly AuditedPost[], after: readonly AuditedPost[], { book, language }: Reader): string {
  const words = (posts: readonly AuditedPost[]): string =>
    posts
      .map(({ role, departmentId }) => [book.department(departmentId), say(roles[role], language)])
      .map((names) => names.join(say({ zh: '', en: ' ' }, language)))
      .join(say({ zh: '、', en: ', ' }, language));
  const [from, to] = [words(before), words(after)];
  if (after.length === 0) {
    return say(before.length === 0 ? noPosts : { zh: `撤去岗位：${from}`, en: `posts taken: ${from}` }, language);
  }
  if (before.length === 0) return say({ zh: `岗位设为${to}`, en: `posts set to ${to}` }, language);
  return say({ zh: `岗位由${from}改为${to}`, en: `posts changed from ${from} to ${to}` }, language);
}

const noPosts = { zh: '没有岗位', en: 'no posts' } as const;
