/**
 * Lists of open tasks (`mine`: assigned to the viewer, and approvals asked of a post of theirs; `claimable`: of a post of theirs and
 * held by nobody; `outlet`: services begun, of a post of theirs), of steps the viewer finished, and (`closed`) of closed cases.
 */
export const worklistNames = [
  'mine',
  'claimable',
  'department',
  'near',
  'overdue',
  'waitingApproval',
  'outlet',
  'finished',
  'closed',
] as const;

export type WorklistName = (typeof worklistNames)[number];
