import Type from 'typebox';
import { revocationGrounds } from '../domain/case/revoked.ts';
import { creditChecks } from '../domain/case/undertaken.ts';
import { phonePattern } from '../domain/people/phone.ts';
import { takers } from '../domain/steps/service-proof.ts';
import { Day, DocumentNo, Id, LongText, Person, ShortText, aText, closed, oneOf } from './shapes.ts';

/** The day on which an untimed step ended; a timed one has none. */
export const EndedOn = Type.String({ ...Day, description: '不计时环节实际完成日期，计时环节不填' });

/** Several people of the directory. */
export const people = (description: string) => Type.Array(Person, { maxItems: 50, uniqueItems: true, description });

/** The number of a document that the order issues: typed, or left out where the department has a pattern for its kind. */
export const GivenNo = Type.Optional(
  Type.String({ ...DocumentNo, 'x-number': true, description: '文书编号；部门已启用编号规则的不填，由系统编号' }),
);

/** Who the agency writes to about a case. Personal data: kept in PostgreSQL under a digest. */
export const Contact = closed({
  name: ShortText,
  phone: Type.String({ ...aText, pattern: phonePattern, description: '联系电话' }),
});

const Copies = Type.Integer({ minimum: 0, maximum: 10_000 });
/** A line of the list of materials that are passed on. */
export const PassedItem = closed({ id: Id, originals: Copies, copies: Copies });

const itemRef = { kind: Type.Enum(['material', 'field'], { description: '材料，或者表单内容' }), id: Id };
/** A material or a field of the form. */
export const ItemRef = closed(itemRef);
/** What a notice asks for. */
export const AskedItem = closed({
  ...itemRef,
  defect: Type.Enum(['missing', 'wrong'], { description: '需补交，或者需更正' }),
});

/** An answer that was given on paper before it is entered: its day, and the proof of service. */
export const enteredLate = {
  servedOn: Type.Optional(Type.String({ ...Day, description: '此前已经书面告知的，送达申请人的日期；当日办理的不填' })),
  evidence: Type.Optional(LongText),
};

const shortly = (description: string) => Type.Optional(Type.String({ ...ShortText, description }));

/** What proves a service: which of it a mode asks for is the domain's to say (domain/steps/service-proof.ts). */
export const serviceProof = {
  takenBy: Type.Optional(oneOf(takers, '窗口领取的：何人领取')),
  recipient: shortly('签收人'),
  idType: Type.Optional(Type.Enum(['residentId', 'passport', 'other'], { description: '代领人证件类型' })),
  idNo: shortly('代领人证件号码'),
  authority: shortly('授权委托书'),
  refusedBecause: Type.Optional(Type.String({ ...LongText, description: '留置送达的：拒收理由' })),
  witness: shortly('见证人'),
  pictures: shortly('记录送达过程的照片、录像'),
  carrier: shortly('寄递企业'),
  trackingNo: shortly('邮件号码'),
  sentOn: Type.Optional(Type.String({ ...Day, description: '交寄日期；签收日期为送达日期' })),
  throughAgency: shortly('受托送达的机关'),
  agencyReturn: shortly('受托机关的送达回证'),
  medium: shortly('电子送达地址'),
};

/** Why a permit is revoked. */
export const Ground = oneOf(revocationGrounds, '撤销事由');

/** The number of something in the case that is chosen from a list (`x-chosen`): its bounds are the house's and no help to whoever chooses. */
export const Counted = Type.Integer({ minimum: 1, maximum: 999_999_999, 'x-chosen': true });

/** What an applicant signs, and what the clerk found before it was taken. */
export const undertaking = {
  undertakenOn: Day,
  undertaking: LongText,
  credit: oneOf(creditChecks, '申请人信用核查结果'),
};
