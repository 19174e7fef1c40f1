import { v5 } from 'uuid';
import type { Post, Role } from '../../domain/people/roles.ts';
import type { DepartmentSeed } from './regions.ts';
import { departments } from './regions.ts';

/** The password of every demo user. For demonstrations only: an installation with real cases has no demo users. */
export const demoPassword = 'shixian-demo';

/** A demo user: `id` is the UUID v5 of the login, so that it is the same on every machine. */
export interface PersonSeed {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

type Name = readonly [hanzi: string, pinyin: string];

const namespace = '6f1f7c1e-6a55-5d1b-9a0e-2c5b7f4e9d10';

/** The family name tells the department: 江 is Shenyang's water bureau in every login and every list. */
const familyNames: Readonly<Record<string, Name>> = {
  'ln-biz': ['严', 'yan'],
  'sy-biz': ['程', 'cheng'],
  'ln-health': ['康', 'kang'],
  'ln-resources': ['田', 'tian'],
  'ln-emergency': ['安', 'an'],
  'ln-water': ['池', 'chi'],
  'ln-transport': ['路', 'lu'],
  'sy-housing': ['房', 'fang'],
  'sy-market': ['商', 'shang'],
  'sy-water': ['江', 'jiang'],
  'sy-health': ['白', 'bai'],
  'sh-market': ['米', 'mi'],
};

/** The given name tells the role: 迎春 welcomes at the window, 承文 handles the case. */
const staff: readonly [Role, Name][] = [
  ['windowClerk', ['迎春', 'yingchun']],
  ['caseOfficer', ['承文', 'chengwen']],
  ['caseOfficer', ['承武', 'chengwu']],
  ['reviewer', ['审言', 'shenyan']],
  ['approver', ['定邦', 'dingbang']],
  ['certificateClerk', ['达信', 'daxin']],
  ['siteInspector', ['察远', 'chayuan']],
  ['siteInspector', ['察微', 'chawei']],
  ['hearingOfficer', ['听雨', 'tingyu']],
  ['windowLead', ['领航', 'linghang']],
  ['sectionChief', ['科明', 'keming']],
  ['deputyHead', ['辅仁', 'furen']],
  ['agencyHead', ['首成', 'shoucheng']],
  ['departmentAdmin', ['理清', 'liqing']],
];

const overseers: readonly [Role, Name][] = [
  ['supervisor', ['督行', 'duxing']],
  ['supervisor', ['督实', 'dushi']],
  ['supervisionLead', ['望高', 'wanggao']],
  ['governmentHead', ['政和', 'zhenghe']],
  ['catalogueAdmin', ['目新', 'muxin']],
  ['catalogueAdmin', ['目正', 'muzheng']],
  ['systemAdmin', ['维安', 'weian']],
  ['securityAdmin', ['守正', 'shouzheng']],
  ['auditAdmin', ['明鉴', 'mingjian']],
];

type Seats = readonly (readonly [departmentId: string, role: Role])[];

/** One more at Shenyang's water bureau, with posts in two departments as people at a joint window have: she can switch. */
const jointWindow: Seats = [
  ['sy-water', 'windowClerk'],
  ['sy-water', 'reviewer'],
  ['sy-housing', 'windowClerk'],
];

/** One more at Shenhe's market bureau, who does an 即办件 alone from receipt to delivery. */
const onTheSpot: Seats = [
  ['sh-market', 'windowClerk'],
  ['sh-market', 'windowLead'],
  ['sh-market', 'certificateClerk'],
];

/** Who holds several posts, by department. */
const several: Readonly<Record<string, readonly [Name, Seats]>> = {
  'sy-water': [['兼任', 'jianren'], jointWindow],
  'sh-market': [['速达', 'suda'], onTheSpot],
};

/** Demo people: every role of a department in each department, every role of supervision in each 营商局, and two with several posts. */
export const people: readonly PersonSeed[] = departments.flatMap((department) => {
  const seats = department.kind === 'supervision' ? overseers : staff;
  const single = seats.map(([role, given]) => person(department, given, [[department.id, role]]));
  const more = several[department.id];
  return more === undefined ? single : [...single, person(department, ...more)];
});

/** The first of the demo people who holds a post. @throws Error when nobody does */
export function personAt(role: Role, departmentId: string): PersonSeed {
  const found = people.find(({ posts }) =>
    posts.some((post) => post.role === role && post.departmentId === departmentId),
  );
  if (found === undefined) throw new Error(`expected a ${role} at ${departmentId} among the demo people, but none is`);
  return found;
}

function person(department: DepartmentSeed, given: Name, posts: Seats): PersonSeed {
  const family = familyNames[department.id] ?? ['佚', 'yi'];
  const login = `${family[1]}${given[1]}`;
  return {
    id: v5(login, namespace),
    login,
    name: `${family[0]}${given[0]}`,
    posts: posts.map(([departmentId, role]) => ({ role, departmentId, regionCode: regionOf(departmentId) })),
  };
}

function regionOf(departmentId: string): string {
  const found = departments.find(({ id }) => id === departmentId);
  if (found === undefined) throw new Error(`expected a demo department, but ${departmentId} is none`);
  return found.regionCode;
}
