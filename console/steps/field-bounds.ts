interface Numbered {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-chosen'?: boolean;
}

/** What a number that is typed may be, to be said and checked at its field; what is chosen from a list has no bounds of its own. */
export function boundsOf({ type, minimum, maximum, 'x-chosen': isChosen }: Numbered) {
  return type === 'integer' && isChosen !== true ? { min: minimum, max: maximum, whole: true } : {};
}
