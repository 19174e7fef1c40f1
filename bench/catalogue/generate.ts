import { columnsFor, columnTitle } from '../../domain/catalogue/columns.ts';
import type { Cells } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { wrongUscc } from '../../domain/people/papers.ts';

/** Basic items by type, as the reply of 2019 counts them: 5,760. */
export const repliedTypes: Readonly<Record<string, number>> = {
  '01': 950,
  '02': 3_100,
  '03': 159,
  '04': 67,
  '05': 46,
  '06': 247,
  '07': 267,
  '08': 173,
  '09': 16,
  '10': 453,
  '20': 282,
};
/** Entries by 行使层级, as the reply counts them: 49,966. */
export const repliedLevels: Readonly<Record<string, number>> = { '2': 764, '3': 10_378, '4': 38_824 };

const bodies = [
  '取水',
  '户外广告',
  '食品经营',
  '药品零售',
  '建设工程',
  '道路运输',
  '民办学校',
  '医疗机构',
  '林木采伐',
  '排污口',
];
const objects = ['许可证', '资质', '设施', '登记', '场所', '方案', '项目', '人员资格', '票据', '档案'];
const acts = ['核发', '变更', '延续', '注销', '备案', '审批', '检查', '补发', '认定', '年度报告'];
const departments = [
  '水务局',
  '城管局',
  '市监局',
  '药监局',
  '住建局',
  '交通局',
  '教育局',
  '卫健委',
  '林草局',
  '生态环境局',
];

/** One basic item; `at` counts all of them. The department's part of its code says whose it is. */
function basicItem(type: string, nth: number, at: number): Cells {
  const department = at % departments.length;
  const code = `21${type}${String(department + 1).padStart(2, '0')}${String(nth % 1_000).padStart(3, '0')}${String(Math.floor(nth / 1_000)).padStart(3, '0')}`;
  const part = (list: readonly string[], by: number) => list[Math.floor(at / by) % list.length] ?? '';
  const name = `${part(bodies, 1)}${part(objects, 10)}${part(acts, 100)}（第${at + 1}项）`;
  const legalBasis = `《辽宁省${bodies[department] ?? ''}管理条例》第${(at % 80) + 1}条`;
  return { code, name, type, mainName: name.replace(/（.*/u, ''), levels: '2^3^4', legalBasis, state: '在用' };
}

/** The basic catalogue of the reply. */
export function basicItems(): readonly Cells[] {
  let at = -1;
  return Object.entries(repliedTypes).flatMap(([type, count]) =>
    Array.from({ length: count }, (_, nth) => {
      at += 1;
      return basicItem(type, nth, at);
    }),
  );
}

/** The province, its 14 cities and 100 counties. */
function regionsOf(level: string): readonly string[] {
  const city = (at: number) => String(at + 1).padStart(2, '0');
  if (level === '2') return ['210000'];
  if (level === '3') return Array.from({ length: 14 }, (_, at) => `21${city(at)}00`);
  return Array.from({ length: 100 }, (_, at) => `21${city(at % 14)}${city(1 + Math.floor(at / 14))}`);
}

/** The implementation lists of all levels: each region takes what comes next of the basic items, so that all are done somewhere. */
export function implementingItems(basic: readonly Cells[]): readonly Cells[] {
  const codes = new Map<string, string>();
  return Object.entries(repliedLevels).flatMap(([level, count]) => {
    const regions = regionsOf(level);
    return Array.from({ length: count }, (_, at): Cells => {
      const region = regions[at % regions.length] ?? '210000';
      // Steps of a prime, from another begin in each region: no region has an item twice.
      const item = basic[(Math.floor(at / regions.length) * 7 + (at % regions.length) * 411) % basic.length] ?? {};
      const { code: basicCode = '', name = '', type = '', mainName = '', legalBasis = '' } = item;
      const department = Number(basicCode.slice(4, 6)) - 1;
      const key = `${region}${department}`;
      const departmentCode = codes.get(key) ?? agencyCode(region, department);
      codes.set(key, departmentCode);
      return {
        department: `${region}${departments[department] ?? ''}`,
        mainName,
        name,
        region: `${region}000000`,
        code: `${departmentCode}${level}${basicCode}`,
        type,
        departmentCode,
        legalBasis,
        state: '在用',
      };
    });
  });
}

/** A 统一社会信用代码 that nobody has, with the check character that it must have. */
function agencyCode(region: string, department: number): string {
  const body = `11${region}00${String(department).padStart(7, '0')}`;
  const check = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((sign) => wrongUscc(`${body}${sign}`) === null);
  if (check === undefined) throw new Error(`expected a check character for ${body}, but none fits`);
  return `${body}${check}`;
}

/** A list as CSV, as a spreadsheet would save it. */
export function listText(kind: CatalogueKind, rows: readonly Cells[]): string {
  const keys = columnsFor(kind).filter((key) => rows.some((row) => row[key] !== undefined));
  const head = keys.map((key) => columnTitle(key, kind).zh).join(',');
  return `\ufeff${[head, ...rows.map((row) => keys.map((key) => row[key] ?? '').join(','))].join('\r\n')}\r\n`;
}
