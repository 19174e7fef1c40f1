import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The width of an element in px, 0 until it is known; follows the window. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const found = element.current;
    if (found === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(found);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
