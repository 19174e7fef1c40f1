import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { FlowDefinitionSchema } from '../../../contract/flow-definition.ts';
import { OrderBodySchema, orderSchemas } from '../../../contract/orders.ts';
import { routes } from '../../../contract/routes.ts';
import { LongText, ShortText, closed, nullable } from '../../../contract/shapes.ts';
import { textFields } from '../../../domain/case/acts/index.ts';
import type { OrderType } from '../../../domain/case/acts/index.ts';
import { cutTexts } from '../../../server/plugins/texts.ts';
import { sample } from '../../domain/flow/sample.ts';

const blanks = [' ', '\u3000', '\u200B', '\u2800'];

describe('fault B4: a text without a visible character counts as not given', () => {
  const fields = Object.keys(orderSchemas).flatMap((type) =>
    [...textFields(type as OrderType).keys(), 'documentNo', 'certificateNo'].map((field): [string, string] => [
      type,
      field,
    ]),
  );
  const asked = fields.filter(([type, field]) => Object.hasOwn(propertiesOf(type), field));

  it.each(asked)('in every order: %s, %s', (type, field) => {
    const schema = propertiesOf(type)[field] ?? {};
    for (const blank of blanks) {
      const cut = cutTexts(OrderBodySchema, { type, [field]: valueOf(schema, blank) });
      expect(cut).toEqual(
        'items' in schema ? { type, [field]: [''] } : 'properties' in schema ? { type, [field]: {} } : { type },
      );
    }
    const cut = cutTexts(OrderBodySchema, { type, [field]: valueOf(schema, '\u3000同意 ') });
    expect(cut).toEqual({ type, [field]: valueOf(schema, '同意') });
  });

  it('covers what each act says is text', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(asked).toContainEqual(['finishHearing', 'record']);
  });

  it('in a filing: names, addresses, numbers and the fields of the form', () => {
    const body = {
      applicant: { kind: 'person', name: '\u3000', idType: 'passport', idNo: ' E12345678 ' },
      agent: { name: ' 李代办 ' },
      contact: { name: '\u200B', phone: '13900001234 ' },
      address: ' ',
      form: { purpose: '\u3000', place: ' 左岸 ', years: 5, online: false },
    };
    expect(cutTexts(routes.fileCase.body, body)).toEqual({
      applicant: { kind: 'person', idType: 'passport', idNo: 'E12345678' },
      agent: { name: '李代办' },
      contact: { phone: '13900001234' },
      form: { place: '左岸', years: 5, online: false },
    });
  });

  it('in a flow, however deep its blocks stand', () => {
    const flow = sample({ title: ' 示例许可 ' });
    expect(cutTexts(FlowDefinitionSchema, flow)).toEqual(sample());
    const steps = JSON.stringify(sample()).replaceAll('"title":"审查"', '"title":" 审查 "');
    expect(cutTexts(FlowDefinitionSchema, JSON.parse(steps))).toEqual(sample());
  });

  it('but passwords and ids are what was typed', () => {
    const body = { login: ' a ', password: '  ' };
    expect(cutTexts(routes.signIn.body, body)).toEqual(body);
  });

  it('and what does not fit its schema is left for the schema to refuse', () => {
    const schema = closed({ title: ShortText, more: Type.Optional(nullable(LongText)), list: Type.Array(ShortText) });
    for (const value of [null, 1, 'x', [], { title: 1 }, { list: {} }, { list: [{}] }]) {
      expect(cutTexts(schema, value)).toEqual(value);
    }
    expect(cutTexts(schema, { title: ' ', more: ' ', list: [' ', 'a '], odd: ' ' })).toEqual({
      list: ['', 'a'],
      odd: ' ',
    });
  });
});

function propertiesOf(type: string): Readonly<Record<string, object>> {
  return (
    new Map<string, { properties: Readonly<Record<string, object>> }>(Object.entries(orderSchemas)).get(type)
      ?.properties ?? {}
  );
}

/** A value of a text field: the text, a list of it, or an object of personal data with it. */
function valueOf(schema: object, text: string): unknown {
  if ('items' in schema) return [text];
  return 'properties' in schema ? { name: text } : text;
}
