import { Button } from 'antd';
import { useRef } from 'react';
import type { ReactNode } from 'react';

/** A button that asks for files, or for a picture by the phone's camera. */
export function Pick(o: {
  label: string;
  icon?: ReactNode;
  camera?: true;
  single?: true;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" icon={o.icon} aria-label={o.label} onClick={() => input.current?.click()}>
        {o.children}
      </Button>
      <input
        hidden
        ref={input}
        type="file"
        aria-label={o.label}
        multiple={o.single !== true && o.camera !== true}
        {...(o.camera === true && { accept: 'image/*', capture: 'environment' as const })}
        onChange={({ target }) => {
          o.onFiles([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
