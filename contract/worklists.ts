/** Lists of open steps, of steps the viewer finished, and (`closed`) of closed cases. */
export const worklistNames = [
  'mine',
  'department',
  'near',
  'overdue',
  'waitingApproval',
  'finished',
  'closed',
] as const;

export type WorklistName = (typeof worklistNames)[number];
