import { createHash } from 'node:crypto';
import type { ItemSeed } from '../../db/seed/items/item-seed.ts';

const companies = [
  ['沈阳浑河供水有限公司', '91210100MA0D3M0138'],
  ['大连滨海食品有限公司', '91210200MA0D3M0218'],
] as const;
const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫'];

/** The body of one demo filing: `index` makes applicants differ, `form` is checked by the item's own fields, `without` are not there. */
export function filingBody(
  seed: ItemSeed,
  demo: { index: number; receivedOn: string; form: Record<string, unknown>; without?: readonly string[] | undefined },
): Record<string, unknown> {
  const { index, receivedOn, form, without = [] } = demo;
  const isThere = (id: string, need: string) => need === 'necessary' && !without.includes(id);
  const [name, idNo] = companies[index % companies.length] ?? companies[0];
  const contact = { name: `${surnames[index % surnames.length] ?? '赵'}经理`, phone: `1390000${String(1000 + index)}` };
  const agent = {
    kind: 'person',
    name: `${surnames[(index + 5) % surnames.length] ?? '钱'}代办`,
    idType: 'residentId',
    idNo: '210102199003070011',
  };
  return {
    itemCode: seed.item.code,
    channel: index % 3 === 0 ? 'online' : 'window',
    receivedOn,
    applicant: { kind: 'organisation', name: index < 2 ? name : `${name}第${index}项目部`, idType: 'uscc', idNo },
    agent: index % 4 === 0 ? agent : null,
    contact,
    address: `沈阳市浑南区创新路${index + 1}号`,
    eDelivery: index % 2 === 0,
    form,
    materials: seed.definition.materials.map(({ id, need }) => ({
      id,
      sha256: isThere(id, need) ? createHash('sha256').update(`${id}-${index}`).digest('hex') : null,
      received: isThere(id, need),
    })),
  };
}

/** Forms of the demo items; `variant` chooses the water source or the class of the transport. */
export const forms = {
  water: (waterSource: 'surface' | 'groundwater' | 'urbanGroundwater') => ({
    purpose: '工业生产用水',
    waterSource,
    annualAmount: 36.5,
    place: '浑河左岸取水口',
    method: '泵站提水，电磁流量计计量',
    discharge: '达标后排入市政管网',
    startOn: '2027-05-01',
    years: 5,
  }),
  transport: (length: number, width: number, height: number, totalMass: number) => ({
    length,
    width,
    height,
    totalMass,
    vehicle: 'combination',
    axles: 12,
    axleLoad: Math.ceil(totalMass / 12) + 1,
    cargo: '变压器',
    route: '沈阳至营口港，经沈海高速',
    startOn: '2026-12-20',
  }),
  food: () => ({
    shopName: '浑南面馆',
    address: '沈阳市沈河区中街路1号',
    business: 'hotFood',
    area: 86,
    staffCount: 7,
    online: false,
  }),
  foodChange: (changedTo: string) => ({ licenceNo: 'JY22101030012345（演示）', change: 'name', changedTo }),
  medical: () => ({
    institutionName: '浑南康复医院',
    address: '沈阳市浑南区全运路2号',
    beds: 120,
    investment: 9800,
    ownership: 'private',
  }),
  devices: (kind: 'new' | 'renewal') => ({
    companyName: '浑南医疗器械有限公司',
    kind,
    mode: 'wholesale',
    place: '沈阳市浑南区智慧四街1号',
    storeArea: 120.5,
  }),
  presale: () => ({ project: '浑南悦府', place: '沈阳市浑南区全运路8号', buildings: 3, area: 28600.5 }),
  developer: () => ({ companyName: '浑南置业有限公司', capital: 6200, staff: 22, since: '2021-03-01' }),
} as const;
