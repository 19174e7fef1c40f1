/** A region of GB/T 2260. What lies below what is in the code itself (domain/people/roles.ts, `covers`). */
export interface RegionSeed {
  readonly code: string;
  readonly name: string;
}

const province: RegionSeed = { code: '210000', name: '辽宁省' };

const cities: readonly [string, string][] = [
  ['210100', '沈阳市'],
  ['210200', '大连市'],
  ['210300', '鞍山市'],
  ['210400', '抚顺市'],
  ['210500', '本溪市'],
  ['210600', '丹东市'],
  ['210700', '锦州市'],
  ['210800', '营口市'],
  ['210900', '阜新市'],
  ['211000', '辽阳市'],
  ['211100', '盘锦市'],
  ['211200', '铁岭市'],
  ['211300', '朝阳市'],
  ['211400', '葫芦岛市'],
];

const shenyangDistricts: readonly [string, string][] = [
  ['210102', '和平区'],
  ['210103', '沈河区'],
  ['210104', '大东区'],
  ['210105', '皇姑区'],
  ['210106', '铁西区'],
  ['210112', '浑南区'],
];

/** Liaoning: the province, its 14 cities and some districts of Shenyang, parents first. */
export const regions: readonly RegionSeed[] = [
  province,
  ...cities.map(([code, name]) => ({ code, name })),
  ...shenyangDistricts.map(([code, name]) => ({ code, name })),
];

/**
 * A demo department. `uscc` is a synthetic 统一社会信用代码 whose two check characters are right (domain.md 9.1).
 * `kind`: supervision is a 营商局, which watches the departments of its region and handles no case.
 */
export interface DepartmentSeed {
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly regionCode: string;
  readonly kind: 'department' | 'supervision';
}

/** Demo departments; ids are short and stable, because people write them in links and filters. */
export const departments: readonly DepartmentSeed[] = [
  { id: 'ln-biz', uscc: '11210000MB0000019F', name: '辽宁省营商环境建设局', regionCode: '210000', kind: 'supervision' },
  { id: 'sy-biz', uscc: '11210100MB0000094D', name: '沈阳市营商环境建设局', regionCode: '210100', kind: 'supervision' },
  {
    id: 'ln-health',
    uscc: '11210000MB0000027A',
    name: '辽宁省卫生健康委员会',
    regionCode: '210000',
    kind: 'department',
  },
  {
    id: 'ln-resources',
    uscc: '11210000MB00000355',
    name: '辽宁省自然资源厅',
    regionCode: '210000',
    kind: 'department',
  },
  {
    id: 'ln-emergency',
    uscc: '11210000MB00000430',
    name: '辽宁省应急管理厅',
    regionCode: '210000',
    kind: 'department',
  },
  { id: 'ln-water', uscc: '11210000MB0000051T', name: '辽宁省水利厅', regionCode: '210000', kind: 'department' },
  {
    id: 'ln-transport',
    uscc: '11210000MB0000107X',
    name: '辽宁省交通运输厅',
    regionCode: '210000',
    kind: 'department',
  },
  { id: 'sy-housing', uscc: '11210100MB000006XP', name: '沈阳市城乡建设局', regionCode: '210100', kind: 'department' },
  {
    id: 'sy-market',
    uscc: '11210100MB0000078P',
    name: '沈阳市市场监督管理局',
    regionCode: '210100',
    kind: 'department',
  },
  { id: 'sy-water', uscc: '11210100MB0000086J', name: '沈阳市水务局', regionCode: '210100', kind: 'department' },
  {
    id: 'sy-health',
    uscc: '11210100MB0000115X',
    name: '沈阳市卫生健康委员会',
    regionCode: '210100',
    kind: 'department',
  },
  {
    id: 'sh-market',
    uscc: '11210103MB00001234',
    name: '沈阳市沈河区市场监督管理局',
    regionCode: '210103',
    kind: 'department',
  },
];
