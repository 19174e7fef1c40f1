import Type from 'typebox';
import { Said, closed, nullable } from './shapes.ts';

/** The revocation of a permit (撤销), from the proposal on. */
export const RevocationView = closed({
  state: Type.Enum(['proposed', 'declined', 'revoked', 'revokedAbove'], {
    description: '待决定；不予撤销；已撤销；已由上级行政机关撤销',
  }),
  on: Type.String({ description: '日期 YYYY-MM-DD' }),
  ground: Said,
  by: Type.String({ description: '报请人；上级撤销的为登记人' }),
  reasons: nullable(Type.String({ description: '报请的理由；不办理该办件的人员不可见' })),
  servedOn: nullable(Type.String({ description: '本机关撤销决定送达的日期；尚未送达、由上级撤销的为空' })),
  decisionNo: nullable(Type.String({ description: '撤销决定的文书编号' })),
});
