import { Outlet } from 'react-router';
import { Look } from '../look.tsx';
import { SessionProvider } from '../session.tsx';

/** What only pages of the staff need: antd's look and who is signed in. Pages for everybody load without it. */
export function Component() {
  return (
    <Look>
      <SessionProvider>
        <Outlet />
      </SessionProvider>
    </Look>
  );
}
