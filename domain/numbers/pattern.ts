/** What a pattern stands for in a number: the civil year in four digits, and how manieth of that year. */
const places = { year: '{年}', serial: '{号}' } as const;

/** The pattern that GB/T 9704 7.2.5 gives: the word of the agency, the year in 〔〕, no 第 and no leading zeros. */
export function usualPattern(word: string): string {
  return `${word}〔${places.year}〕${places.serial}号`;
}

/** Longest a pattern may be, in characters: its numbers stay within what a document number may be. */
export const longestPattern = 60;

export type PatternFault = 'no-year' | 'no-serial' | 'digits-beside' | 'not-plain';

/**
 * What is wrong with a pattern; null: nothing. It names year and serial once each, with no digit directly beside them (two numbers could be
 * written alike), and nothing that does not show or breaks a line.
 */
export function wrongPattern(pattern: string): PatternFault | null {
  if (!/^[\p{L}\p{N}\p{P}\p{S} {}]+$/u.test(pattern) || pattern !== pattern.trim() || pattern.length > longestPattern)
    return 'not-plain';
  if (pattern.split(places.year).length !== 2) return 'no-year';
  if (pattern.split(places.serial).length !== 2) return 'no-serial';
  const beside = /\p{N}\{[年号]\}|\{[年号]\}\p{N}|\}\{/u;
  const rest = pattern.replace(places.year, '').replace(places.serial, '');
  if (beside.test(pattern)) return 'digits-beside';
  return /[{}]/.test(rest) ? 'not-plain' : null;
}

/** The number of a year and a serial by a pattern. Year in four digits, serial from 1 without leading zeros. */
export function numberBy(pattern: string, year: number, serial: number): string {
  return pattern.replace(places.year, String(year)).replace(places.serial, String(serial));
}

/** The serial that a number has by a pattern in a year; null: it is not of that pattern and year. */
export function serialBy(pattern: string, year: number, text: string): number | null {
  const [before, after] = pattern.replace(places.year, String(year)).split(places.serial);
  if (before === undefined || after === undefined) return null;
  if (!text.startsWith(before) || !text.endsWith(after) || text.length <= before.length + after.length) return null;
  const digits = text.slice(before.length, text.length - after.length);
  return /^[1-9][0-9]{0,8}$/.test(digits) ? Number(digits) : null;
}
