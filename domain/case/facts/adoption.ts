import type { RecordedRevision } from '../../clock/revision.ts';
import type { BusinessClock } from '../business-clock.ts';
import type { FactRecord } from './fact-record.ts';

export interface BusinessClockAdopted {
  readonly type: 'BusinessClockAdopted';
  readonly clock: BusinessClock;
}

export const businessClockAdopted: FactRecord<BusinessClockAdopted> = {
  title: { zh: '采用演练时钟', en: 'Business clock adopted' },
  fold: (state, body) => ({ ...state, businessClock: body.clock }),
  tells: 'nobody',
};

export interface CalendarAdopted {
  readonly type: 'CalendarAdopted';
  readonly revision: RecordedRevision;
}

export const calendarAdopted: FactRecord<CalendarAdopted> = {
  title: { zh: '采用新的工作日历', en: 'New calendar adopted' },
  fold: (state, body) => ({ ...state, calendar: body.revision }),
  tells: 'nobody',
};

export interface RulesAdopted {
  readonly type: 'RulesAdopted';
  readonly rules: number;
}

export const rulesAdopted: FactRecord<RulesAdopted> = {
  title: { zh: '采用新的规则版本', en: 'New rules adopted' },
  fold: (state, body) => ({ ...state, rules: body.rules }),
  tells: 'nobody',
};
