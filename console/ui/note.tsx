import { Alert } from 'antd';
import type { ReactNode } from 'react';

/** What somebody should know before acting, as a note above what it is about. */
export function Note({ title, description }: { title: string; description?: ReactNode }) {
  return (
    <Alert
      showIcon
      role="note"
      type="info"
      style={{ marginBottom: 12 }}
      title={title}
      {...(description !== undefined && { description })}
    />
  );
}
