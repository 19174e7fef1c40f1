import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { joined } from '../i18n/said.ts';
import { NetworkError, ProblemError, mayPass } from '../problem-error.ts';
import { mistakeText } from './field-title.ts';

/** What a refusal is about, by name. */
export function About({ named }: { named: readonly string[] }) {
  const { t } = useTranslation();
  return named.length === 0 ? null : <span>{t('frame.about', { named: joined(named) })}</span>;
}

/** Any error as a sentence: a refusal in the API's words with its field mistakes, a cut network with a retry. Null: nothing. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const retry = onRetry && (
    <Button size="small" onClick={onRetry}>
      {t('frame.retry')}
    </Button>
  );
  const style = { marginBottom: 16 };
  if (error instanceof NetworkError) {
    return (
      <Alert
        role="alert"
        showIcon
        type="warning"
        style={style}
        title={t(error.reading ? 'frame.readTitle' : 'frame.networkTitle')}
        description={t(error.reading ? 'frame.readText' : 'frame.networkText')}
        action={retry}
      />
    );
  }
  if (!(error instanceof ProblemError)) {
    return (
      <Alert role="alert" showIcon type="error" style={style} title={t('frame.crashed')} description={String(error)} />
    );
  }
  const { title, detail, errors, code, instance, named = [] } = error.problem;
  return (
    <Alert
      role="alert"
      showIcon
      type="error"
      style={style}
      title={title}
      action={mayPass(error) ? retry : null}
      description={
        <Space orientation="vertical" size={2}>
          <span>{detail}</span>
          <About named={named} />
          {errors?.map((one) => (
            <span key={`${one.pointer} ${one.code}`}>{mistakeText(t, one)}</span>
          ))}
          <small>
            {t('frame.code')} {code}
            {instance !== undefined && ` · ${t('frame.request')} ${instance}`}
          </small>
        </Space>
      }
    />
  );
}
