import type { Said } from '../words/said.ts';
import type { Role } from './roles.ts';

/** What is audited (GB/T 22239). Orders on cases are not: their requests and the journal say who gave them. */
export const auditKinds = {
  signedIn: { zh: '登录', en: 'Signed in' },
  signInRefused: { zh: '登录被拒绝', en: 'Sign-in refused' },
  signedOut: { zh: '退出', en: 'Signed out' },
  passwordChanged: { zh: '修改本人密码', en: 'Changed own password' },
  accountMade: { zh: '新建账号', en: 'Made an account' },
  accountMoved: { zh: '调整所属部门', en: 'Moved an account' },
  passwordReset: { zh: '重置密码', en: 'Reset a password' },
  unlocked: { zh: '解锁', en: 'Unlocked an account' },
  disabled: { zh: '停用账号', en: 'Disabled an account' },
  enabled: { zh: '启用账号', en: 'Enabled an account' },
  postsSet: { zh: '设置岗位', en: 'Set posts' },
  tokenMade: { zh: '新建访问令牌', en: 'Made an access token' },
  tokenRevoked: { zh: '吊销访问令牌', en: 'Revoked an access token' },
  departmentMade: { zh: '新建部门', en: 'Made a department' },
  regionMade: { zh: '新建行政区划', en: 'Made a region' },
  fileOpened: { zh: '查看或者下载申报材料文件', en: 'Opened a file of a case' },
  fileReused: { zh: '使用申请人此前的材料', en: 'Used again what an applicant gave before' },
  documentOpened: { zh: '查看或者打印文书', en: 'Opened or printed a document' },
  listExported: { zh: '导出清单', en: 'Exported a list' },
  codeIssued: { zh: '补发查询码', en: 'Issued a query code anew' },
  patternProposed: { zh: '拟定文书编号规则', en: 'Proposed a pattern of numbers' },
  patternInForce: { zh: '启用文书编号规则', en: 'Put a pattern of numbers in force' },
  templateProposed: { zh: '拟定文书模板', en: 'Proposed a template of documents' },
  templateInForce: { zh: '启用文书模板', en: 'Put a template of documents in force' },
  catalogueImported: { zh: '导入目录', en: 'Imported a list of the catalogue' },
  requestRefused: { zh: '请求被拒绝', en: 'Request refused' },
  unmaskedViewed: { zh: '查看未脱敏的办件信息', en: 'Saw the unmasked data of a case' },
  auditRead: { zh: '查阅审计记录', en: 'Read the audit' },
  auditExported: { zh: '导出审计记录', en: 'Exported the audit' },
} as const satisfies Readonly<Record<string, Said>>;

export type AuditKind = keyof typeof auditKinds;

/** Whether a word is a kind of audit entries. */
export function isAuditKind(word: string): word is AuditKind {
  return Object.hasOwn(auditKinds, word);
}

/** The lists that are exported, by their route. */
export const exportedLists = {
  worklist: { zh: '工作清单', en: 'Worklist' },
  boardCases: { zh: '督办总览的办件', en: 'Cases of the board' },
  listWarnings: { zh: '预警', en: 'Warnings' },
  ledger: { zh: '督办清理台账', en: 'Ledger' },
  listMessages: { zh: '站内消息', en: 'Messages' },
  listEntries: { zh: '事项目录', en: 'Catalogue' },
  listItems: { zh: '事项', en: 'Items' },
  colleagues: { zh: '人员和岗位', en: 'People and posts' },
  listUsers: { zh: '人员账号', en: 'Accounts' },
  documentNumbers: { zh: '文书编号登记簿', en: 'Number register' },
  listAudit: { zh: '审计记录', en: 'Audit' },
} as const satisfies Readonly<Record<string, Said>>;

export type ExportedList = keyof typeof exportedLists;

/** A post as an entry holds it. */
export interface AuditedPost {
  readonly role: Role;
  readonly departmentId: string;
}

/** What an entry says beside who, when and about what. Closed, and without secrets: what was typed as a login stands as a mark only. */
export interface AuditDetails {
  readonly login?: string;
  /** Equal for equal logins; nobody reads the login in it. */
  readonly mark?: string;
  readonly name?: string;
  /** The home of an account, before and after. */
  readonly homes?: readonly (string | null)[];
  readonly before?: readonly AuditedPost[];
  readonly after?: readonly AuditedPost[];
  readonly title?: string;
  readonly scope?: 'full' | 'readOnly';
  readonly keptTokens?: true;
  readonly list?: ExportedList;
  readonly filter?: string;
  readonly rows?: number;
  /** The SHA-256 of a file's content; what it is called is the applicant's. */
  readonly sha256?: string;
  /** A sign-in that was not even judged: too many wrong ones came before it. */
  readonly locked?: true;
  /** What was asked for, by its name in the contract, and the code of its refusal. */
  readonly route?: string;
  readonly refusal?: string;
  /** The request came with an access token. */
  readonly byToken?: true;
  /** By an operator at the machine, who has no account. */
  readonly byCommand?: true;
}

/** One thing to audit: the account it was done to, or else its subject (a case number, a department, a region, a token). */
export interface AuditEntry {
  readonly kind: AuditKind;
  readonly account?: string;
  readonly subject?: string;
  readonly details?: AuditDetails;
}
