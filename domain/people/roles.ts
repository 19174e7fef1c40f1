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
} as const satisfies Readonly<Record<string, Said>>;

export type Role = keyof typeof roles;

/** The list of all roles, for schemas and tables. */
export const roleNames = Object.keys(roles) as readonly Role[];

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

/** A region covers itself and what lies below it: 210000 covers 210100 and 210102, 210100 covers 210102. */
export function covers(region: string, other: string): boolean {
  const stem = region.replace(/(00)+$/, '');
  return other.startsWith(stem);
}
