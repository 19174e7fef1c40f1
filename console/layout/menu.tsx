import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BellOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  DashboardOutlined,
  ExportOutlined,
  FieldTimeOutlined,
  FileAddOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  HourglassOutlined,
  IdcardOutlined,
  InboxOutlined,
  NumberOutlined,
  ProfileOutlined,
  TeamOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import type { RouteName } from '../../contract/routes.ts';
import { keeping, supervising } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/people/roles.ts';
import { paths } from '../paths.ts';
import { holdsOne, mayCall } from '../me.ts';
import type { Me } from '../me.ts';

/** One entry: where it leads, its word, and for whom it is of use. `count` names a counter of the worklists. */
interface Entry {
  readonly path: string;
  readonly title: ParseKeys;
  readonly icon: ReactNode;
  readonly count?: string;
  /** Shown to those whom the contract lets call this route. */
  readonly needs?: RouteName;
  /** Shown to these roles; absent: to everybody. */
  readonly to?: readonly Role[];
  /** Not shown to these roles. */
  readonly notTo?: readonly Role[];
}

const designers: readonly Role[] = ['departmentAdmin', 'catalogueAdmin'];
const handsOut: readonly Role[] = ['certificateClerk', 'windowClerk', 'windowLead'];
const watchers: readonly Role[] = [...supervising, ...keeping];

/** The main menu: groups in their order, one line an entry. */
export const menu: readonly { readonly title: ParseKeys; readonly entries: readonly Entry[] }[] = [
  {
    title: 'frame.work',
    entries: [
      { path: paths.fileCase, title: 'clerk.fileCase', icon: <FileAddOutlined />, needs: 'fileCase' },
      { path: paths.worklist('mine'), title: 'clerk.mine', icon: <InboxOutlined />, count: 'mine', notTo: watchers },
      {
        path: paths.worklist('claimable'),
        title: 'clerk.claimable',
        icon: <UserAddOutlined />,
        count: 'claimable',
        notTo: watchers,
      },
      {
        path: paths.worklist('department'),
        title: 'clerk.department',
        icon: <TeamOutlined />,
        count: 'department',
        notTo: keeping,
      },
      {
        path: paths.worklist('near'),
        title: 'clerk.near',
        icon: <ClockCircleOutlined />,
        count: 'near',
        notTo: keeping,
      },
      {
        path: paths.worklist('overdue'),
        title: 'clerk.overdue',
        icon: <FieldTimeOutlined />,
        count: 'overdue',
        notTo: keeping,
      },
      {
        path: paths.worklist('waitingApproval'),
        title: 'clerk.waitingApproval',
        icon: <AuditOutlined />,
        count: 'waitingApproval',
        notTo: watchers,
      },
      { path: paths.outlet, title: 'clerk.outlet', icon: <ExportOutlined />, count: 'outlet', to: handsOut },
      { path: paths.worklist('finished'), title: 'clerk.finished', icon: <CheckSquareOutlined />, notTo: watchers },
      { path: paths.worklist('closed'), title: 'clerk.closed', icon: <FileDoneOutlined />, notTo: keeping },
      { path: paths.messages, title: 'frame.messages', icon: <BellOutlined /> },
    ],
  },
  {
    title: 'frame.supervision',
    entries: [
      { path: paths.board, title: 'supervision.board', icon: <DashboardOutlined />, notTo: keeping },
      { path: paths.warnings, title: 'supervision.warnings', icon: <AlertOutlined />, notTo: keeping },
      { path: paths.ledger, title: 'supervision.ledger', icon: <HourglassOutlined />, notTo: keeping },
    ],
  },
  {
    title: 'frame.catalogue',
    entries: [
      { path: paths.items, title: 'frame.items', icon: <ApartmentOutlined /> },
      { path: paths.catalogue, title: 'frame.entries', icon: <ProfileOutlined /> },
      { path: paths.people, title: 'frame.people', icon: <IdcardOutlined /> },
      { path: paths.numbers, title: 'frame.numbers', icon: <NumberOutlined />, notTo: keeping },
    ],
  },
  {
    title: 'frame.administration',
    entries: [{ path: paths.audit, title: 'audit.title', icon: <FileSearchOutlined />, needs: 'listAudit' }],
  },
];

/** The entries of use to this person, empty groups left out. */
export function menuFor(me: Me) {
  return menu
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => isFor(entry, me)) }))
    .filter(({ entries }) => entries.length > 0);
}

/**
 * Where a person lands after sign-in: the first list of the menu; who supervises at the board, who publishes flows at the items, who keeps
 * accounts or the audit at those.
 */
export function landingFor(me: Me): string {
  if (holdsOne(me, supervising)) return paths.board;
  if (holdsOne(me, designers)) return paths.items;
  if (mayCall(me, 'listAudit')) return paths.audit;
  if (mayCall(me, 'listUsers')) return paths.people;
  const entries = menuFor(me).flatMap((group) => group.entries);
  return (entries.find(({ needs }) => needs === undefined) ?? { path: paths.account }).path;
}

/** Whether a page is of use to this person: not where it belongs to an entry that is not. */
export function isPageFor(me: Me, pathname: string): boolean {
  const entries = menu.flatMap((group) => group.entries);
  return entries.every((entry) => !`${pathname}/`.startsWith(`${entry.path}/`) || isFor(entry, me));
}

function isFor({ needs, to, notTo }: Entry, me: Me): boolean {
  if (needs !== undefined && !mayCall(me, needs)) return false;
  if (to !== undefined && !holdsOne(me, to)) return false;
  return notTo === undefined || me.posts.some(({ role }) => !notTo.includes(role));
}
