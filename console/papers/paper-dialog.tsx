import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../ui/use-focus-back.ts';
import '../files/files.css';

/** A document over the page, as the API has made it; `prints`: the browser asks for a printer at once. */
export function PaperDialog(o: { title: string; address: string; prints?: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  useFocusBack();
  // An address that the page made itself holds the bytes until it is given up.
  useEffect(() => () => URL.revokeObjectURL(o.address), [o.address]);
  return (
    <Modal
      open
      centered
      footer={null}
      width="min(1000px, 96vw)"
      title={o.title}
      closable={{ 'aria-label': t('frame.close') }}
      onCancel={o.onClose}
    >
      <iframe
        ref={frame}
        className="preview"
        title={o.title}
        src={o.address}
        onLoad={() => o.prints === true && frame.current?.contentWindow?.print()}
      />
    </Modal>
  );
}
