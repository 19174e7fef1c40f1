/** Everything the gate can find, with its short Chinese name. Closed: each code has a failing example in the tests. */
export const gateCodes = {
  'after-check-missing': '告知承诺没有事后核查',
  'after-hours-invalid': '办公时间以外收件的规定有误',
  'approver-asks': '批准人与经办人为同一角色',
  'catch-all-field': '表单字段含兜底条款',
  'catch-all-material': '材料含兜底条款',
  'certificate-without-grant': '未准予许可即制证',
  'choice-before-step': '分支早于所依据的环节',
  'citation-of-another-rank': '依据的种类与所引条款不符',
  'citation-unknown': '依据没有写明已知的法律和条款',
  'clock-unwatched': '时限超期没有送达督查员的红牌',
  'condition-invalid': '条件表达式有误',
  'conditions-gap': '有的表单没有对应的分支',
  'conditions-overlap': '分支的条件互相重叠',
  'decision-doubled': '同一路径重复决定',
  'decision-missing': '路径上缺少决定',
  'decision-outcomes': '决定的办理结果不合规',
  'deferral-missing': '容缺后补的材料没有期限和依据',
  'deferral-over-promise': '容缺后补期限超过承诺时限',
  'delivery-too-long': '送达时限超过十个工作日',
  'duplicate-id': '编号重复',
  'empty-block': '空的流程块',
  'extension-approver': '延长审批的批准人级别不够',
  'extension-over-law': '延长上限超过许可法第四十二条',
  'field-invalid': '表单字段有误',
  'frame-order': '法定框架次序有误',
  'guide-differs': '办事指南与流程不一致',
  'hearing-by-reviewer': '听证主持与审查为同一岗位',
  'item-code-changed': '事项编码与现行版本不同',
  'kind-cannot-be-untimed': '该类环节不能不计时',
  'lapse-unannounced': '承诺时限届满前没有预警',
  'limit-beyond-calendar': '时限超出工作日历的范围',
  'limit-and-promise': '同时设了环节时限和不计时承诺',
  'limit-invalid': '时限数值有误',
  'limit-without-basis': '时限缺少依据',
  'mixed-units': '时限单位不一致',
  'negative-unmarked': '不利结论没有标明',
  'notice-too-long': '受理告知时限超过五个工作日',
  'nothing-changed': '与现行版本相同',
  'outcome-never-left': '办理结果不会出现',
  'outcome-uncovered': '办理结果没有对应分支',
  'outcome-unread': '办理结果之间没有区别',
  'param-unknown': '环节没有这个参数',
  'param-out-of-range': '环节参数超出范围',
  'passing-hands': '移交和受理的岗位有误',
  'passing-incomplete': '移交环节与移交时限不成对',
  'passing-over-notice': '移交时限不短于受理告知时限',
  'plan-too-big': '流程过大',
  'promise-longer': '承诺时限比现行版本长',
  'promise-over-statutory': '承诺时限超过法定时限',
  'promised-notice-over-notice': '承诺告知时限超过受理告知时限',
  'reserved-id': '编号含有保留符号',
  'role-barred': '该角色不担任办理岗位',
  'role-unheld': '部门没有人担任所需岗位',
  'rung-invalid': '预警规则有误',
  'rung-never-fires': '预警规则永远不会触发',
  'rung-without-recipient': '预警没有接收人',
  'other-than-unknown': '须由他人办理的环节写错',
  'same-hand': '应当由不同的人办理的环节可由同一人办理',
  'same-hand-allowed': '即办件由同一人办理',
  'sector-limit-stopped': '以许可法第四十五条停单行法的时限',
  'statutory-over-cap': '法定时限超过许可法第四十二条',
  'statutory-stop-by-department-rule': '部门规章不能停法定时限',
  'statutory-stop-without-basis': '停法定时限没有依据',
  'statutory-stop-without-requirement': '停法定时限没有要求该程序的条款',
  'step-without-outcome': '环节没有办理结果',
  'step-unwatched': '环节超期没有预警',
  'steps-exceed-promise': '环节时限之和超过承诺时限',
  'steps-exceed-statutory': '各段时限之和超过法定时限',
  'too-deep': '流程块嵌套过深',
  'too-many-paths': '流程路径过多',
  'undertaking-barred': '不得实行许可告知承诺',
  'undertaking-not-at-once': '许可告知承诺没有当场决定',
  'unknown-role': '角色不存在',
  'unknown-step-kind': '环节类型不存在',
  'unreachable-step': '环节无法到达',
  'untimed-stops-nothing': '不计时环节不停任何时限',
  'untimed-without-promise': '不计时环节没有承诺办理时限',
  'xkf45-does-not-cover': '不属于许可法第四十五条的程序',
} as const;
export type GateCode = keyof typeof gateCodes;

/**
 * One thing the gate says about a definition. `at`: JSON pointer into it; `message`: what is wrong; `fix`: what to do (Chinese,
 * for the clerk who drew the flow). A definition with an error is not published; a warning is shown to who publishes it.
 */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly at: string;
  readonly code: GateCode;
  readonly message: string;
  readonly fix: string;
}

type Said = Omit<Finding, 'severity'>;

/** A finding that forbids publishing. */
export function error(said: Said): Finding {
  return { severity: 'error', ...said };
}

/** A finding that a person may overrule. */
export function warning(said: Said): Finding {
  return { severity: 'warning', ...said };
}
