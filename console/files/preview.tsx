import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { addressOf } from '../api.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';

/** A picture or a PDF over the page, as the API serves it: it runs nothing and loads nothing. */
export function Preview({ file, onClose }: { file: OkOf<'listFiles'>['items'][number]; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const { fileId, name, preview } = file;
  const address = addressOf('openFile', { params: { fileId }, query: { inline: 'true' } });
  return (
    <Modal
      open
      centered
      footer={null}
      width="min(1000px, 96vw)"
      title={name}
      closable={{ 'aria-label': t('frame.close') }}
      onCancel={onClose}
    >
      {preview === 'pdf' ? (
        <iframe className="preview" title={name} src={address} />
      ) : (
        <img className="preview" alt={name} src={address} />
      )}
    </Modal>
  );
}
