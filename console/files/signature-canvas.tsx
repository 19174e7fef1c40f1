import { useEffect, useRef } from 'react';
import SignaturePad from 'signature_pad';

/** What is written on a canvas, and how it is taken from there. */
export interface Written {
  /** As a picture (PNG) of black on white. */
  picture(): Promise<Blob>;
  clear(): void;
}

/** A place to sign with finger, pen or mouse; hears of the first stroke. The one caller of signature_pad. */
export function SignatureCanvas({ label, onWritten }: { label: string; onWritten: (written: Written) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const heard = useRef(onWritten);
  heard.current = onWritten;
  useEffect(() => {
    const it = canvas.current;
    if (it === null) return;
    // As many dots as the screen has: else the strokes are blurred, and lie beside the finger.
    const ratio = Math.max(window.devicePixelRatio, 1);
    it.width = it.offsetWidth * ratio;
    it.height = it.offsetHeight * ratio;
    it.getContext('2d')?.scale(ratio, ratio);
    const pad = new SignaturePad(it, { backgroundColor: '#ffffff', penColor: '#000000' });
    const written: Written = { picture: async () => pictureOf(it), clear: () => pad.clear() };
    pad.addEventListener('endStroke', () => heard.current(written));
    return () => pad.off();
  }, []);
  return <canvas ref={canvas} className="signature" role="img" aria-label={label} />;
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('expected a picture of the canvas')) : resolve(blob)));
  });
}
