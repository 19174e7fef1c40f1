import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillIn } from '../../console/old-browsers.ts';
import { filledIn, newerCalls } from '../../server/launcher/newer-calls.ts';

const root = join(import.meta.dirname, '../../console');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });

describe('the console on Chromium 92', () => {
  it('calls nothing of its own that is newer', () => {
    const scripts = files.filter((name) => /\.tsx?$/.test(name));
    expect(scripts.length).toBeGreaterThan(50);
    expect(scripts.filter((name) => newerCalls(read(name), 'js').length > 0)).toEqual([]);
    const styles = files.filter((name) => name.endsWith('.css'));
    expect(styles.filter((name) => newerCalls(read(name), 'css').length > 0)).toEqual([]);
  });

  it('is refused by the build when a library calls something newer, but not when it asks first', () => {
    expect(newerCalls('let a=list.findLast(f),b=Object.hasOwn(a,"b"),c=structuredClone(b);', 'js')).toEqual([
      'findLast',
      'Object.hasOwn',
      'structuredClone',
    ]);
    expect(newerCalls('e.checkVisibility?.();typeof reportError==="function"?reportError:f', 'js')).toEqual([]);
    expect(newerCalls('a:has(b){color:red}', 'css')).toEqual([':has(']);
  });

  it('has what its libraries call filled in before anything else', () => {
    expect(read('main.tsx').startsWith("import './old-browsers.ts';\n")).toBe(true);
    const prototype: { findLast?: unknown[]['findLast']; toSorted?: unknown[]['toSorted'] } = {};
    const old: {
      Object: { hasOwn?: typeof Object.hasOwn };
      Array: { prototype: object };
      structuredClone?: typeof structuredClone;
    } = { Object: {}, Array: { prototype } };
    fillIn(old);
    const filled = [old.Object, old, prototype].flatMap((on) => Object.getOwnPropertyNames(on));
    expect(filledIn.map((name) => name.replace('Object.', '')).sort()).toEqual(
      filled.filter((name) => name !== 'Object' && name !== 'Array').sort(),
    );
    expect(prototype.findLast?.call([1, 2, 3], (one) => Number(one) < 3)).toBe(2);
    expect(prototype.toSorted?.call([2, 1])).toEqual([1, 2]);
    const given = { a: [{ b: 1 }] };
    expect(old.structuredClone?.(given)).toEqual(given);
    expect(old.structuredClone?.(given)).not.toBe(given);
    expect(old.Object.hasOwn?.(given, 'a')).toBe(true);
    expect(old.Object.hasOwn?.(given, 'toString')).toBe(false);
  });
});
