import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call, keepToken, onExpired } from './api.ts';
import { dropReceipts } from './filing/receipt-store.ts';
import type { Me } from './me.ts';
import { ProblemError } from './problem-error.ts';
import { keepDraftsOf } from './use-draft.ts';
import { SignInDialog } from './ui/sign-in-dialog.tsx';

/** Who is signed in (null: nobody, undefined: not asked yet) and how that changes. */
interface Session {
  readonly me: Me | null | undefined;
  readonly begin: (me: Me) => void;
  /** Asks again who is signed in: messages were read, or another window may have switched the post. */
  readonly renew: () => void;
  readonly end: () => Promise<void>;
  /** The question who is signed in, while nobody has answered it. */
  readonly asking: { readonly data: undefined; readonly error: unknown; readonly refetch: () => void };
}

const SessionContext = createContext<Session | null>(null);

/** Asks once who is signed in; when a session expires, a dialog over the page signs the same person in again. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [me, setMe] = useState<Me | null>();
  const [waiting, setWaiting] = useState<(() => void)[]>([]);
  const inUse = useRef('');
  const begin = useCallback(
    (next: Me) => {
      keepToken(next.csrfToken);
      keepDraftsOf(next.login);
      setMe(next);
      // In another post everything is answered anew: what was seen before may not be seen now.
      const posts = JSON.stringify(next.posts);
      if (inUse.current !== '' && inUse.current !== posts) void client.resetQueries();
      inUse.current = posts;
    },
    [client],
  );
  // Nobody waits for this answer: what is refused here, the next request of the page is told too.
  const renew = useCallback(() => void call('me', { quiet: true }).then(begin, () => undefined), [begin]);
  const end = useCallback(async () => {
    await call('signOut', {}).catch(() => undefined);
    keepToken(null);
    inUse.current = '';
    keepDraftsOf();
    dropReceipts();
    client.clear();
    setMe(null);
  }, [client]);
  const [error, setError] = useState<unknown>(null);
  const ask = useCallback(() => {
    setError(null);
    call('me', { quiet: true }).then(begin, (refused: unknown) => {
      if (refused instanceof ProblemError && refused.problem.code === 'not-signed-in') setMe(null);
      else setError(refused);
    });
  }, [begin]);
  useEffect(ask, [ask]);
  useOnReturn(me ? renew : null);
  useEffect(() => {
    onExpired(me ? () => new Promise<void>((resolve) => setWaiting((all) => [...all, resolve])) : null);
    return () => onExpired(null);
  }, [me]);
  const session = useMemo(
    () => ({ me, begin, renew, end, asking: { data: undefined, error, refetch: ask } }),
    [me, begin, renew, end, error, ask],
  );
  return (
    <SessionContext value={session}>
      {children}
      {me && waiting.length > 0 && (
        <SignInDialog
          login={me.login}
          onDone={(again) => {
            begin(again);
            for (const resolve of waiting) resolve();
            setWaiting([]);
          }}
        />
      )}
    </SessionContext>
  );
}

/** A post that is given or taken shows on an open page within so long, in ms. */
const renewMs = 60_000;

/** Calls `back` whenever the window is looked at again, and now and then while it is. */
function useOnReturn(back: (() => void) | null): void {
  useEffect(() => {
    const seen = () => (document.visibilityState === 'visible' ? back?.() : undefined);
    document.addEventListener('visibilitychange', seen);
    const timer = setInterval(seen, renewMs);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [back]);
}

/** The session of the page. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('expected SessionProvider above, but there is none');
  return session;
}

/** The person signed in, on pages behind the sign-in. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('expected a person signed in, but there is none');
  return me;
}
