import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 材料移交. */
export const passing = {
  'department-answers': {
    because: 'person',
    title: { zh: '由部门受理', en: 'The department answers' },
    sentence: '该事项由部门受理，窗口没有受理授权：请窗口移交材料，由部门签收后作出受理、补正或者不受理的答复。',
  },
  'already-passed': {
    because: 'state',
    title: { zh: '材料已经移交', en: 'Passed on already' },
    sentence: '材料已经移交部门，正等待签收：部门签收或者退回窗口以前，窗口不能再办理。',
  },
  'nothing-passed': {
    because: 'state',
    title: { zh: '材料尚未移交', en: 'Nothing was passed on' },
    sentence: '窗口尚未移交材料，或者材料已经退回窗口，没有可以签收、退回的材料。',
  },
  'passed-list-mismatch': {
    because: 'content',
    title: { zh: '移交清单与收件不符', en: 'The list does not agree with what was received' },
    sentence: '移交清单应当逐项列明已收的全部材料，每项一行，不得遗漏、重复，也不得列入没有收取的材料。',
  },
  'return-too-late': {
    because: 'state',
    title: { zh: '已过退回期限', en: 'Too late to return' },
    sentence: '材料与清单不符的，应当在移交当日或者次一工作日退回窗口；已过期限的，请签收，缺少的内容由部门告知补正。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
