/** An expected refusal of a read or an administrative write: a value. `code` is one of contract/problem; `detail` reads "expected ..., but ...". */
export interface Refusal<Code extends string> {
  readonly refused: true;
  readonly code: Code;
  readonly detail: string;
}

/** Builds a refusal with its closed code and its English sentence. */
export function refuse<Code extends string>(code: Code, detail: string): Refusal<Code> {
  return { refused: true, code, detail };
}

/** Tells a refusal from an answer. */
export function isRefusal<Code extends string>(value: object): value is Refusal<Code> {
  return 'refused' in value && value.refused === true;
}
