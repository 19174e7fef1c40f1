import type { Said } from '../words/said.ts';

/** Roles people hold (domain.md 9.4), each with the Chinese word shown on screens. */
export const roles = {
  windowClerk: { zh: '综合窗口受理员', en: 'Window clerk' },
  caseOfficer: { zh: '承办人', en: 'Case officer' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  approver: { zh: '批准人', en: 'Approver' },
  certificateClerk: { zh: '制证送达员', en: 'Certificate clerk' },
  siteInspector: { zh: '现场勘验员', en: 'Site inspector' },
  hearingOfficer: { zh: '听证主持人', en: 'Hearing officer' },
  windowLead: { zh: '首席代表', en: 'Window lead' },
  sectionChief: { zh: '科室负责人', en: 'Section chief' },
  deputyHead: { zh: '分管负责人', en: 'Deputy head' },
  agencyHead: { zh: '本机关主要负责人', en: 'Head of the agency' },
  governmentHead: { zh: '本级人民政府负责人', en: 'Head of the government' },
  departmentAdmin: { zh: '部门管理员', en: 'Department administrator' },
  supervisor: { zh: '督查员', en: 'Supervisor' },
  supervisionLead: { zh: '营商局领导', en: 'Head of supervision' },
  catalogueAdmin: { zh: '目录管理员', en: 'Catalogue administrator' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Readonly<Record<string, Said>>;

export type Role = keyof typeof roles;

/** The list of all roles, for schemas and tables. */
export const roleNames = Object.keys(roles) as readonly Role[];

/** Whether a word is a role. */
export function isRole(word: string): word is Role {
  return Object.hasOwn(roles, word);
}

/** One person's role in one department; `regionCode` is the department's GB/T 2260 code. */
export interface Post {
  readonly role: Role;
  readonly departmentId: string;
  readonly regionCode: string;
}

/** Who gives an order: the authenticated person with the posts held at that moment, never a body field. */
export interface Actor {
  readonly id: string;
  readonly posts: readonly Post[];
}

/** Supervisors of a region: they watch, acknowledge and remind, and never act on a case (domain.md 9.4). */
export const supervising = ['supervisor', 'supervisionLead'] as const satisfies readonly Role[];

/** Who sits at the window: takes applications and what comes for them, and issues query codes. */
export const windows = ['windowClerk', 'windowLead'] as const satisfies readonly Role[];

/** 三员: the administrators of system, security and audit (GB/T 22239); none of them holds any other role. */
export const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[];

export type Administrator = (typeof administrators)[number];

/** Whether a role is one of the three kinds of administrators. */
export function isAdministrator(role: Role): role is Administrator {
  return administrators.some((one) => one === role);
}

/** Who keeps the system and its catalogue; they see no case (domain.md 9.4). */
export const keeping = [...administrators, 'catalogueAdmin'] as const satisfies readonly Role[];

/** Whether a role watches a region. */
export function isSupervising(role: Role): boolean {
  return supervising.some((one) => one === role);
}

/** Whether a role keeps the system and sees no case. */
export function isKeeping(role: Role): boolean {
  return keeping.some((one) => one === role);
}

/** Whether a role works on cases: who watches, keeps the system or draws up flows does not (domain.md 9.4). */
export function handlesCases(role: Role): boolean {
  return !isSupervising(role) && !isKeeping(role) && role !== 'departmentAdmin';
}

/** How the codes of a region and of all that lies below it begin: 21 for 210000, 2101 for 210100. */
export function regionStem(region: string): string {
  return region.replace(/(00)+$/, '');
}

/** A region covers itself and what lies below it: 210000 covers 210100 and 210102, 210100 covers 210102. */
export function covers(region: string, other: string): boolean {
  return other.startsWith(regionStem(region));
}
