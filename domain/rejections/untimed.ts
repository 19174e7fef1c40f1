import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of the start of an untimed step (申请, 批准, 告知, 启动). */
export const untimed = {
  'step-not-untimed': {
    because: 'state',
    title: { zh: '不是不计时环节', en: 'The step is timed' },
    sentence: '该环节不是不计时环节。',
  },
  'untimed-step-phase': {
    because: 'state',
    title: { zh: '不计时环节的次序不符', en: 'The untimed step is in another phase' },
    sentence: '不计时环节应当依次申请、批准、告知、启动、完成。',
  },
  'notice-day-invalid': {
    because: 'content',
    title: { zh: '告知日期有误', en: 'The day of the notice is not possible' },
    sentence: '特别程序批准启动之后才能告知所需时间：告知日期不能早于批准之日，也不能晚于今天。',
  },
  'notice-required': {
    because: 'state',
    title: { zh: '未登记告知书', en: 'The written notice is required' },
    sentence: '启动特别程序之前，应当将所需时间书面告知申请人并登记告知书。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
