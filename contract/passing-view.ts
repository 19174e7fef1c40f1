import Type from 'typebox';
import { passingStages } from '../domain/case/passed.ts';
import { closed, nullable, oneOf } from './shapes.ts';

const text = Type.String();
const day = Type.String({ description: '日期 YYYY-MM-DD' });

/** Whose days the time to answer an application was. */
export const SharesView = closed(
  { window: Type.Integer(), department: Type.Integer() },
  { description: '受理告知时限由窗口、部门各用的工作日数；由窗口受理的为 null' },
);

/** How the materials stand between the window and the department that answers, and what their list says. */
export const PassingView = closed({
  stage: oneOf(passingStages, '材料移交状态'),
  round: Type.Integer({ description: '第几次移交' }),
  on: day,
  by: Type.String({ description: '移交人' }),
  receiver: Type.String({ description: '接收人' }),
  items: Type.Array(closed({ id: text, title: text, originals: Type.Integer(), copies: Type.Integer() })),
  reason: nullable(Type.String({ description: '退回窗口的理由；不办理该办件的人员不可见' })),
  returnBy: nullable(Type.String({ description: '与清单不符的，最迟于该日退回窗口' })),
});
