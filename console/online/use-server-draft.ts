import { useCallback, useEffect, useRef, useState } from 'react';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import type { Content } from './mistakes.ts';

const afterMs = 2_000;
type Read = OkOf<'readDraft'>;

/** What the server has of a draft: its revision, and the very content that was sent. */
type Saved = OkOf<'saveDraft'> & { readonly content: Content };

/** What is typed, and how far the server has it. */
export interface ServerDraft {
  readonly content: Content;
  readonly change: (part: Partial<Content>) => void;
  readonly saved: Saved;
  readonly isSaved: boolean;
  readonly error: unknown;
  /** Saves what is typed; resolves to the revision then, null when it was refused or cut. */
  readonly save: () => Promise<number | null>;
}

/** Saves what is typed two seconds after the last key, when the page is left, and when somebody asks; one request at a time. */
export function useServerDraft(draft: string, read: Read): ServerDraft {
  const [content, setContent] = useState<Content>(read.content);
  const [saved, setSaved] = useState<Saved>(read);
  const [error, setError] = useState<unknown>(null);
  const [typed, done] = [useRef(content), useRef(saved)];
  const turn = useRef<Promise<number | null>>(Promise.resolve(read.revision));
  const save = useCallback(async () => {
    const once = async (): Promise<number | null> => {
      const body = typed.current;
      if (body === done.current.content) return done.current.revision;
      try {
        const answer = await call('saveDraft', { body, draft, revision: done.current.revision, quiet: true });
        done.current = { ...answer, content: body };
        setSaved(done.current);
        setError(null);
        return answer.revision;
      } catch (caught) {
        setError(caught);
        return null;
      }
    };
    turn.current = turn.current.then(once);
    return turn.current;
  }, [draft, typed, done]);
  const change = useCallback(
    (part: Partial<Content>) => {
      typed.current = { ...typed.current, ...part };
      setContent(typed.current);
    },
    [typed],
  );
  const isSaved = content === saved.content;
  useEffect(() => {
    if (isSaved) return undefined;
    const timer = setTimeout(() => void save(), afterMs);
    return () => clearTimeout(timer);
  }, [content, isSaved, save]);
  useEffect(() => {
    const left = () => void (document.visibilityState === 'hidden' && save());
    document.addEventListener('visibilitychange', left);
    return () => document.removeEventListener('visibilitychange', left);
  }, [save]);
  return { content, change, saved, isSaved, error, save };
}
