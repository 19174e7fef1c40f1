/** The business clock of demonstrations (演练): real time plus `offset` ms; a case adopts the higher version. */
export interface BusinessClock {
  readonly version: number;
  readonly offset: number;
}
