import type { LocatedStep } from '../blocks.ts';

/** A step as its clerk knows it: 第 3 个环节“专家评审”. */
export function named({ number, step }: LocatedStep): string {
  return `第 ${number} 个环节“${step.title}”`;
}
