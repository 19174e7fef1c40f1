/** What the audit administrator reads. */
export const auditArea = {
  title: '审计记录',
  kind: '种类',
  allKinds: '全部种类',
  who: '办理人',
  login: '办理人的用户名',
  days: '日期',
  from: '自哪一天',
  to: '至哪一天（含）',
  about: '对象和内容',
  address: '来自地址',
  id: '记录编号',
} as const;
