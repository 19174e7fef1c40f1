import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { Facts } from '../guide/section.tsx';
import { inLanguage, labelled, joined } from '../i18n/said.ts';
import type { Content, Mistake, TypedStep } from './mistakes.ts';
import { pointerTitle } from './titles.ts';

interface Props {
  readonly content: Content;
  readonly files: OkOf<'readDraft'>['files'];
  readonly definition: FlowDefinition;
  readonly mistakes: readonly Mistake[];
  readonly onStep: (step: TypedStep) => void;
}

/** Everything once more, what is still wrong with the way to it, and what the window will ask for. */
export function ReviewPart({ content, files, definition, mistakes, onStep }: Props) {
  const { t } = useTranslation();
  const has = (id: string) => files.some(({ materialId }) => materialId === id);
  const missing = definition.materials.filter(
    ({ id, need, shared }) => need === 'necessary' && shared === undefined && !has(id),
  );
  return (
    <>
      <Facts rows={rowsOf(content)} />
      <Facts
        rows={definition.materials
          .filter(({ id }) => has(id))
          .map(({ id, title }) => ({
            word: title,
            value: joined(
              files.filter(({ materialId }) => materialId === id).map(({ name }) => name),
              '；',
            ),
          }))}
      />
      {mistakes.length > 0 && (
        <div role="alert" className="failure">
          <strong>{t('online.mistakes')}</strong>
          <ul>
            {mistakes.map(({ pointer, step, wrong }) => (
              <li key={pointer}>
                <button type="button" className="button bare" onClick={() => onStep(step)}>
                  {labelled(pointerTitle(t, pointer, definition), inLanguage(wrong))}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {missing.length > 0 && (
        <div role="note">
          <strong>{t('online.missing')}</strong>
          <ul>
            {missing.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="why">{t('online.submitNote')}</p>
    </>
  );

  function rowsOf({ applicant, agent, contact, address, form = {} }: Content) {
    const empty = t('online.empty');
    const shown = (value: unknown) => (value === undefined || value === '' ? empty : String(value));
    const choiceOf = (key: string, value: unknown) =>
      definition.form.find((field) => field.key === key)?.choices?.find(({ id }) => id === value)?.title ??
      (typeof value === 'boolean' ? t(value ? 'frame.yes' : 'frame.no') : shown(value));
    return [
      { word: t('online.applicant'), value: `${shown(applicant?.name)} ${applicant?.idNo ?? ''}` },
      ...(agent ? [{ word: t('online.agent'), value: `${shown(agent.name)} ${agent.idNo ?? ''}` }] : []),
      { word: t('clerk.contactName'), value: `${shown(contact?.name)} ${contact?.phone ?? ''}` },
      { word: t('clerk.address'), value: shown(address) },
      ...definition.form.map(({ key, title }) => ({ word: title, value: choiceOf(key, form[key]) })),
    ];
  }
}
