import { useEffect } from 'react';

/** For a dialog: whoever works by keyboard goes on where it was opened, or at the content when that is gone. */
export function useFocusBack(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      setTimeout(() => {
        const goOn = opener?.isConnected === true ? opener : document.getElementById('content');
        if (goOn instanceof HTMLElement) goOn.focus();
      });
    };
  }, []);
}
