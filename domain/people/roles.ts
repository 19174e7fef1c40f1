/** Roles people hold (domain.md 9.4), each with the Chinese word shown on screens. */
export const roles = {
  windowClerk: '综合窗口受理员',
  caseOfficer: '承办人',
  reviewer: '审核人',
  approver: '批准人',
  certificateClerk: '制证送达员',
  siteInspector: '现场勘验员',
  hearingOfficer: '听证主持人',
  windowLead: '首席代表',
  sectionChief: '科室负责人',
  deputyHead: '分管负责人',
  agencyHead: '本机关主要负责人',
  governmentHead: '本级人民政府负责人',
  departmentAdmin: '部门管理员',
  supervisor: '督查员',
  supervisionLead: '营商局领导',
  catalogueAdmin: '目录管理员',
  systemAdmin: '系统管理员',
} as const;

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
