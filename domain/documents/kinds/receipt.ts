import { dueOnOf } from '../../case/clocks.ts';
import { channels } from '../../case/filing.ts';
import type { Material } from '../../flow/definition.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { partyOf } from '../party.ts';
import { dayOrNull, paragraph } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

const needs: Readonly<Record<Material['need'], string>> = {
  necessary: '必要',
  optional: '非必要',
  deferrable: '可容缺后补',
};

/** 收件凭证: what came in, and until when the applicant is told. Being received is not being accepted. */
export const receipt = documentKind({
  basis: '国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）',
  seal: 'acceptance',
  drafts: [],
  facts: ['CaseFiled'],
  isTable: true,
  on: ({ filing }) => filing.receivedOn,
  wanted: ({ filing }, source) => ({
    receivedOn: readDay(filing.receivedOn),
    receiver: source.fact.actorId === null ? null : source.book.person(source.fact.actorId).zh,
    notifyBy: dayOrNull(notifyBy(source)),
  }),
  write: ({ filing }, filled, source) => [
    fieldsOf(source, filled),
    ...(filing.countsFrom === undefined
      ? []
      : [paragraph(`本次申请系办公时间以外提交，自${readDay(filing.countsFrom)}起计算。`)]),
    materialsOf(source),
    paragraph(
      `本机关将于${filled.notifyBy}前（含当日）告知是否受理或者需要补正的全部内容。本凭证仅证明已收到上述申请材料，不作为受理的凭据。`,
    ),
    paragraph('查询码在收件时一并交付，可凭办件编号和查询码查询办理进度；查询码遗失的，可持有效证件到窗口重新取得。'),
    { type: 'signature', label: '申请人（代理人）签字' },
  ],
});

function notifyBy({ state, world }: DocumentSource) {
  const clock =
    state.clocks.find(({ kind }) => kind === 'promisedNotice') ?? state.clocks.find(({ kind }) => kind === 'notice');
  return clock === undefined ? null : dueOnOf(world, clock);
}

function fieldsOf(source: DocumentSource, filled: { readonly [K in FieldOf]: string }): Block {
  const { filing } = source.state;
  const agent = partyOf(filing.agent, source.book);
  return {
    type: 'fields',
    rows: [
      ['事项名称', filled.item],
      ['办件编号', filled.caseNo],
      ['申请人', filled.applicant],
      ...(agent === null ? [] : [['代理人', agent.name] as const]),
      ['收件方式', channels[filing.channel].zh],
      ['收件日期', filled.receivedOn],
      ['收件人', filled.receiver],
    ],
  };
}

type FieldOf = 'item' | 'caseNo' | 'applicant' | 'receivedOn' | 'receiver';

function materialsOf({ state, definition }: DocumentSource): Block {
  const { materials } = state.filing;
  return {
    type: 'table',
    columns: [
      { title: '序号', width: 1 },
      { title: '申请材料', width: 6 },
      { title: '要求', width: 2 },
      { title: '收取情况', width: 2 },
    ],
    rows: definition.materials.map(({ id, title, need }, at) => {
      const isThere = materials.some((one) => one.id === id && one.received);
      return [`${at + 1}`, title, needs[need], isThere ? '已收' : '未收'];
    }),
  };
}
