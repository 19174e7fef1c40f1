import { Nothing } from '../ui/states.tsx';

/** Comes with its own commit. */
export function Component() {
  return <Nothing />;
}
