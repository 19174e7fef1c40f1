import { wholeCountry } from '../../clock/revision.ts';
import type { RecordedRevision } from '../../clock/revision.ts';
import type { BusinessClock } from '../business-clock.ts';
import { en, sentence, zh } from '../../words/sentence.ts';
import type { FactRecord } from './fact-record.ts';

export interface BusinessClockAdopted {
  readonly type: 'BusinessClockAdopted';
  readonly clock: BusinessClock;
}

export const businessClockAdopted: FactRecord<BusinessClockAdopted> = {
  title: { zh: '采用演练时钟', en: 'Business clock adopted' },
  reading: ({ clock }) =>
    sentence({
      zh: zh`采用第 ${clock.version} 版演练时钟`,
      en: en`Adopted version ${clock.version} of the business clock`,
    }),
  derived: true,
  fold: (state, body) => ({ ...state, businessClock: body.clock }),
  tells: 'nobody',
};

export interface CalendarAdopted {
  readonly type: 'CalendarAdopted';
  readonly revision: RecordedRevision;
}

export const calendarAdopted: FactRecord<CalendarAdopted> = {
  title: { zh: '采用新的工作日历', en: 'New calendar adopted' },
  reading: ({ revision: recorded }) => {
    if (typeof recorded === 'string') {
      return sentence({ zh: zh`采用工作日历 ${recorded}`, en: en`Adopted the calendar ${recorded}` });
    }
    const { region, revision } = recorded;
    const where =
      region === wholeCountry
        ? { zh: '全国', en: 'the whole country' }
        : { zh: `行政区划 ${region} 的`, en: `region ${region}` };
    return sentence({
      zh: zh`采用${where}工作日历第 ${revision} 版`,
      en: en`Adopted version ${revision} of the calendar of ${where}`,
    });
  },
  derived: true,
  fold: (state, body) => ({ ...state, calendar: body.revision }),
  tells: 'nobody',
};

export interface RulesAdopted {
  readonly type: 'RulesAdopted';
  readonly rules: number;
}

export const rulesAdopted: FactRecord<RulesAdopted> = {
  title: { zh: '采用新的规则版本', en: 'New rules adopted' },
  reading: ({ rules }) =>
    sentence({ zh: zh`采用第 ${rules} 版办理规则`, en: en`Adopted version ${rules} of the rules` }),
  derived: true,
  fold: (state, body) => ({ ...state, rules: body.rules }),
  tells: 'nobody',
};
