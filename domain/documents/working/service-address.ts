import { contactOf, partyOf } from '../party.ts';
import { paragraph } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';
import { blank, box, orBlank } from './blank.ts';
import { partyRows, toldLast } from './party-rows.ts';
import type { Written } from './written.ts';

/** 送达地址确认书: where and how the applicant wants to be served, and what follows from a wrong address (domain.md 12.2.5). */
export function serviceAddress(source: DocumentSource): Written {
  const { state, definition, book } = source;
  const applicant = partyOf(state.filing.applicant, book);
  const { contact, address } = toldLast(source);
  const person = contactOf(contact, book);
  return {
    isTheirs: true,
    blocks: [
      {
        type: 'fields',
        rows: [
          ['办理事项', definition.title],
          ['办件编号', state.filing.caseNo],
          ...partyRows('受送达人', applicant),
          ['联系人', orBlank(person.name)],
          ['联系电话', orBlank(person.phone)],
          ['送达地址', orBlank(book.words(address))],
          ['邮政编码', blank],
          ['送达方式', [box('窗口领取'), box('邮寄送达'), box('电子送达', state.eDelivery)].join('　')],
          ['电子送达地址', blank],
        ],
      },
      paragraph(
        '受送达人确认上述送达地址和送达方式适用于该事项办理的全过程；选择电子送达的，同意以电子方式接收文书，到达上述电子送达地址所在系统的日期为送达日期。',
      ),
      paragraph(
        '送达地址有变更的，应当及时书面告知；因提供的地址不准确、变更后未告知或者无人签收，导致文书未能被实际接收的，由受送达人承担相应后果。',
      ),
      { type: 'signature', label: '受送达人（代理人）签章' },
    ],
  };
}
