import { useWriting } from '../ui/use-writing.ts';

/** A write on accounts: afterwards the lists of people are asked again. */
export function useWrite() {
  return useWriting('listUsers', 'colleagues', 'listVacancies');
}
