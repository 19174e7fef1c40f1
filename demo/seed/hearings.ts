import { addDays, parseCivilDate } from '../../domain/clock/civil-date.ts';
import { act, begun, idsOf, numbered } from './courses.ts';
import type { Act, CaseFile } from './courses.ts';

const stepId = 'hearing';
const role = 'hearingOfficer';
const presider = idsOf('sy-water', role)[0];

/** Three weeks later: more than seven working days, whatever holidays lie between. */
function hearingDay(calledOn: string): string | undefined {
  const day = parseCivilDate(calledOn);
  return day === undefined ? undefined : addDays(day, 21);
}

/** 听证 of the water bureau: its right is told, it is begun, called and announced. */
export function hearingCalled(file: CaseFile, nth: number): readonly Act[] {
  const right = { stepId, matter: '拟建取水口位于下游灌区渠首上游，枯水期取水直接影响灌区农户的灌溉用水。' };
  const sitting = { stepId, hearingAt: '09:30', hearingPlace: '沈阳市政务服务中心五楼听证室', presider };
  return [
    act(1, role, 'tellHearingRight', right, (servedOn) => ({ servedOn, documentNo: numbered(file, '听告')(servedOn) })),
    ...begun({ file, stepId, nth, role, approver: 'deputyHead' }),
    act(0, role, 'callHearing', sitting, (servedOn) => ({
      servedOn,
      documentNo: numbered(file, '听')(servedOn),
      hearingOn: hearingDay(servedOn),
    })),
    act(0, role, 'announceHearing', { stepId, announcedIn: '本机关门户网站' }, (announcedOn) => ({
      announcedOn,
      documentNo: numbered(file, '听公')(announcedOn),
    })),
  ];
}

/** 听证笔录: held three weeks after its call. */
export const heard = (): Act =>
  act(
    17,
    role,
    'finishHearing',
    {
      stepId,
      outcome: 'held',
      presider,
      record:
        '申请人陈述了取水方案和退水措施。\n灌区代表提出枯水期应当减少取水。\n审查人员说明了审查意见的依据，申请人同意枯水期按批准水量的六成取水。',
    },
    (heldOn) => ({ heldOn }),
  );
