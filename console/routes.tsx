import { createBrowserRouter } from 'react-router';
import type { RouteObject } from 'react-router';
import { PublicLayout } from './layout/public-layout.tsx';
import { paths } from './paths.ts';
import { RouteFailure } from './ui/route-failure.tsx';

/** Pages for staff: one line each. A page is one file in pages/ that exports `Component`. */
const staffPages: RouteObject[] = [
  { path: paths.desk, lazy: async () => ({ Component: (await import('./layout/staff-layout.tsx')).Home }) },
  { path: '/worklists/:list', lazy: () => import('./pages/worklist.tsx') },
  { path: paths.outlet, lazy: () => import('./pages/outlet.tsx') },
  { path: paths.fileCase, lazy: () => import('./pages/file-case.tsx') },
  { path: '/cases/batch', lazy: () => import('./pages/batch-intake.tsx') },
  { path: '/cases/:caseId', lazy: () => import('./pages/one-case.tsx') },
  { path: '/cases/:caseId/receipt', lazy: () => import('./pages/receipt.tsx') },
  { path: paths.messages, lazy: () => import('./pages/messages.tsx') },
  { path: paths.account, lazy: () => import('./pages/account.tsx') },
  { path: paths.items, lazy: () => import('./pages/department/items.tsx') },
  { path: '/items/:itemCode', lazy: () => import('./pages/department/one-item.tsx') },
  { path: '/flows/:flowId', lazy: () => import('./pages/department/one-flow.tsx') },
  { path: paths.catalogue, lazy: () => import('./pages/department/catalogue.tsx') },
  { path: '/catalogue/entries/:kind/:scheme/:code', lazy: () => import('./pages/department/one-entry.tsx') },
  { path: paths.catalogueFigures, lazy: () => import('./pages/department/catalogue-figures.tsx') },
  { path: paths.newImport, lazy: () => import('./pages/department/new-import.tsx') },
  { path: '/catalogue/import/:importId', lazy: () => import('./pages/department/one-import.tsx') },
  { path: paths.people, lazy: () => import('./pages/department/people.tsx') },
  { path: paths.numbers, lazy: () => import('./pages/department/numbers.tsx') },
  { path: paths.audit, lazy: () => import('./pages/keeping/audit.tsx') },
  { path: paths.board, lazy: () => import('./pages/supervision/board.tsx') },
  { path: paths.warnings, lazy: () => import('./pages/supervision/warnings.tsx') },
  { path: paths.ledger, lazy: () => import('./pages/supervision/ledger.tsx') },
];

/** Pages for everybody, without an account: they load nothing of antd. */
const publicPages: RouteObject[] = [
  { path: paths.home, lazy: () => import('./pages/public/front.tsx') },
  { path: paths.guide, lazy: () => import('./pages/public/guide.tsx') },
  { path: '/guide/:itemCode', lazy: () => import('./pages/public/guide-item.tsx') },
  { path: '/apply/:itemCode', lazy: () => import('./pages/public/file-online.tsx') },
  { path: paths.progress, lazy: () => import('./pages/public/progress.tsx') },
  { path: paths.check, lazy: () => import('./pages/public/check.tsx') },
];

/** Pages that find their own frame, or have none, such as a big screen. They ask for a session themselves where they need one. */
const barePages: RouteObject[] = [
  { path: paths.bigScreen, lazy: () => import('./pages/supervision/big-screen.tsx') },
  { path: '*', lazy: () => import('./pages/unknown.tsx') },
];

const signIn: RouteObject[] = [{ path: paths.signIn, lazy: () => import('./pages/sign-in.tsx') }];

const staffLayout = async () => ({ Component: (await import('./layout/staff-layout.tsx')).StaffLayout });

export const router = createBrowserRouter([
  {
    element: <PublicLayout />,
    errorElement: <RouteFailure />,
    children: [...withErrors(publicPages), ofStaff(signIn)],
  },
  ofStaff([{ lazy: staffLayout, children: withErrors(staffPages) }, ...barePages]),
]);

/** Pages of the staff, below what they need around them. */
function ofStaff(pages: readonly RouteObject[]): RouteObject {
  const [root] = withErrors([{ lazy: () => import('./layout/staff-root.tsx'), children: withErrors(pages) }]);
  return root ?? {};
}

/** A page that throws leaves the frame standing. */
function withErrors(pages: readonly RouteObject[]): RouteObject[] {
  return pages.map((page) => Object.assign(page, { errorElement: <RouteFailure />, hydrateFallbackElement: <></> }));
}
