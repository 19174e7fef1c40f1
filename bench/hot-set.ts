/** A case under load: how many steps it has left. */
export interface Subject {
  readonly id: string;
  left: number;
}

/** Cases in rotation: each is lent to one caller at a time, the longest rested first; used-up ones give way to fresh ones. */
export interface HotSet<S extends Subject> {
  readonly stepsLeft: () => number;
  add(subjects: readonly S[]): void;
  take(): S;
  giveBack(subject: S): void;
}

const size = 96;

/** An empty hot set of at most 96 cases with a reserve behind. */
export function createHotSet<S extends Subject>(): HotSet<S> {
  const reserve: S[] = [];
  const rested: S[] = [];
  let lent = 0;
  const refill = (): void => {
    while (rested.length + lent < size) {
      const fresh = reserve.shift();
      if (fresh === undefined) return;
      rested.push(fresh);
    }
  };
  return {
    stepsLeft: () => [...reserve, ...rested].reduce((sum, subject) => sum + subject.left, 0),
    add: (subjects) => {
      reserve.push(...subjects);
      refill();
    },
    take: () => {
      const subject = rested.shift();
      if (subject === undefined) throw new Error('expected enough cases for the block, but they ran out');
      lent += 1;
      return subject;
    },
    giveBack: (subject) => {
      lent -= 1;
      if (subject.left > 0) rested.push(subject);
      refill();
    },
  };
}
