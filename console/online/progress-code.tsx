import { QRCode } from 'antd';

/** The QR of an address; in a file of its own, because it comes after everything else has. */
export function ProgressCode({ address, label }: { address: string; label: string }) {
  return <QRCode type="svg" size={140} value={address} aria-label={label} />;
}
