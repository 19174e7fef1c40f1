import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { act, numbered } from './courses.ts';
import type { Act, CaseFile } from './courses.ts';

/** 陈述、申辩: a village downstream is told that the permit concerns it, speaks the next working day, and is answered. */
export const stated = (file: CaseFile): readonly Act[] => [
  act(
    0,
    'caseOfficer',
    'tellInterested',
    { interested: '沈阳市浑南区某村村民委员会', matter: '枯水期取水可能影响该村灌溉用水。' },
    (on) => ({ documentNo: numbered(file, '陈告')(on), servedOn: on, stateBy: addDays(on as CivilDate, 7) }),
  ),
  act(
    1,
    'windowClerk',
    'receiveStatement',
    { toldNo: 1, views: '请求限定枯水期的取水量，保证春灌用水。' },
    (arrivedOn) => ({ arrivedOn }),
  ),
  act(0, 'caseOfficer', 'answerStatement', {
    statementNo: 1,
    adopted: 'partly',
    answer: '许可内容中限定枯水期日取水量；春灌期间的调度由管理单位另行安排。',
  }),
];
