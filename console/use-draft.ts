import type { FormInstance } from 'antd';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';

const everyMs = 30_000;
/** No session lasts longer. */
const keptMs = 12 * 3_600_000;
const prefix = 'shixian.draft.';
/** Told to every form on this page once a draft is gone. */
const dropped = 'shixian.draft.dropped';
/** The beginning of the drafts that are kept: of who is signed in. A form that goes because of the sign-out keeps nothing. */
let ownPrefix: string | null = null;

interface Draft {
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Keeps what is typed into a form on this machine, every 30 s and when the page is left, until `drop`, the sign-out or the next person at
 * this desk, and never longer than a session. `found` is an earlier draft that can be taken up again. Values must be plain data.
 */
export function useDraft(id: string, form: FormInstance) {
  const storageKey = `${prefix}${id}`;
  const [found, setFound] = useState(() => read(storageKey));
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const keep = useCallback(() => {
    if (ownPrefix === null || !storageKey.startsWith(ownPrefix) || !form.isFieldsTouched()) return;
    const at = Date.now();
    localStorage.setItem(storageKey, JSON.stringify({ at, values: form.getFieldsValue(true) }));
    setKeptAt(at);
  }, [form, storageKey]);
  useEffect(() => {
    const timer = setInterval(keep, everyMs);
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [keep]);
  // Before its fields are gone, the form still knows that somebody typed into them.
  useLayoutEffect(() => keep, [keep]);
  const drop = useCallback(() => {
    localStorage.removeItem(storageKey);
    setKeptAt(null);
    window.dispatchEvent(new CustomEvent(dropped, { detail: storageKey }));
  }, [storageKey]);
  // A form that was opened while the one before was still being answered has found what is dropped now.
  useEffect(() => {
    const forget = (event: Event) => {
      if (event instanceof CustomEvent && event.detail === storageKey) setFound(null);
    };
    window.addEventListener(dropped, forget);
    return () => window.removeEventListener(dropped, forget);
  }, [storageKey]);
  const take = useCallback(() => {
    if (found !== null) form.setFieldsValue(found.values);
    setFound(null);
  }, [form, found]);
  return { found, keptAt, keep, take, drop };
}

/**
 * Keeps from now on drafts of `login` alone (none: of nobody) and throws away all others: typed numbers of papers and phones must not stay
 * for whoever comes next.
 */
export function keepDraftsOf(login?: string): void {
  ownPrefix = login === undefined ? null : `${prefix}${login}.`;
  for (const key of Object.keys(localStorage)) {
    const own = ownPrefix !== null && key.startsWith(ownPrefix);
    if (key.startsWith(prefix) && !own) localStorage.removeItem(key);
  }
}

function read(storageKey: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (typeof draft !== 'object' || draft === null || !('at' in draft) || !('values' in draft)) return null;
    const { at, values } = draft;
    if (typeof at !== 'number' || typeof values !== 'object' || values === null) return null;
    return Date.now() - at < keptMs ? { at, values: { ...values } } : null;
  } catch {
    return null;
  }
}
