/** Calls that came after Chromium 92. The build lowers syntax; what a browser does not have it cannot add. */
const calls = [
  // Only names that no library gives to functions of its own.
  ...['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'isWellFormed', 'toWellFormed'].map(method),
  ...['throwIfAborted', 'checkVisibility', 'showPopover', 'hidePopover', 'togglePopover', 'isSubsetOf'].map(method),
  ...['Object.hasOwn', 'Object.groupBy', 'Map.groupBy', 'Array.fromAsync', 'Promise.withResolvers'].map(whole),
  ...['Promise.try', 'URL.canParse', 'URL.parse', 'AbortSignal.any', 'AbortSignal.timeout', 'Iterator.from'].map(whole),
  ...['structuredClone', 'reportError'].map(whole),
];
/** The same of style sheets. */
const rules = [':has(', '@container', 'color-mix(', 'subgrid', '@layer', '@property', 'text-wrap', 'oklch(', 'dvh'];

function method(name: string): { name: string; at: RegExp } {
  return { name, at: new RegExp(`\\.${name}\\(`) };
}
function whole(name: string): { name: string; at: RegExp } {
  return { name, at: new RegExp(`(^|[^.\\w$])${name.replace('.', '\\.')}\\(`) };
}

/** What console/old-browsers.ts fills in. */
export const filledIn: readonly string[] = [
  'Object.hasOwn',
  'structuredClone',
  'findLast',
  'findLastIndex',
  'toReversed',
  'toSorted',
];

/** The names in a script or style sheet that Chromium 92 does not know; `?.(` asks first and is none. */
export function newerCalls(text: string, kind: 'js' | 'css'): readonly string[] {
  return kind === 'css'
    ? rules.filter((rule) => text.includes(rule))
    : calls.filter(({ at }) => at.test(text)).map(({ name }) => name);
}
