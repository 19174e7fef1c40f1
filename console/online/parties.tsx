import { useTranslation } from 'react-i18next';
import { papersOf } from '../../domain/people/papers.ts';
import type { Said } from '../../domain/words/said.ts';
import { CheckField, ChoiceField, TextField } from './fields.tsx';
import { asShown } from './mistakes.ts';
import type { Content } from './mistakes.ts';

/** What the steps on which something is typed get. */
export interface TypingProps {
  readonly content: Content;
  readonly change: (part: Partial<Content>) => void;
  readonly wrongAt: (pointer: string) => Said | undefined;
}

/** Who applies, who acts for them, whom to write to and where. */
export function Parties({ content, change, wrongAt }: TypingProps) {
  const { t } = useTranslation();
  const { agent, contact, address, eDelivery } = content;
  return (
    <>
      <PartyFields name="applicant" content={content} change={change} wrongAt={wrongAt} />
      <CheckField
        label={t('online.hasAgent')}
        value={Boolean(agent)}
        onChange={(has) => change({ agent: has ? asShown(null) : null })}
      />
      {agent && (
        <>
          <h3 style={{ fontSize: 15 }}>{t('online.agent')}</h3>
          <PartyFields name="agent" content={content} change={change} wrongAt={wrongAt} />
        </>
      )}
      <h3 style={{ fontSize: 15 }}>{t('online.contact')}</h3>
      <div className="fields">
        <TextField
          needed
          label={t('clerk.contactName')}
          value={contact?.name}
          wrong={wrongAt('/contact/name')}
          onChange={(name) => change({ contact: { ...contact, name } })}
        />
        <TextField
          needed
          label={t('clerk.phone')}
          type="tel"
          most={20}
          value={contact?.phone}
          wrong={wrongAt('/contact/phone')}
          onChange={(phone) => change({ contact: { ...contact, phone } })}
        />
        <TextField
          needed
          label={t('clerk.address')}
          value={address}
          wrong={wrongAt('/address')}
          onChange={(typed) => change({ address: typed })}
        />
      </div>
      <CheckField
        label={t('online.eDeliveryText')}
        value={eDelivery === true}
        onChange={(agreed) => change({ eDelivery: agreed })}
      />
    </>
  );
}

function PartyFields({ name, content, change, wrongAt }: TypingProps & { name: 'applicant' | 'agent' }) {
  const { t } = useTranslation();
  const party = asShown(content[name]);
  const set = (part: Partial<typeof party>) => change({ [name]: { ...party, ...part } });
  const kinds = ['person', 'organisation'] as const;
  const paperNames = papersOf(party.kind ?? 'person');
  return (
    <div className="fields">
      <ChoiceField
        needed
        chosen
        label={t('clerk.partyKind')}
        value={party.kind}
        options={kinds.map((value) => ({ value, label: t(`clerk.${value}`) }))}
        onChange={(value) => {
          const kind = value === 'organisation' ? 'organisation' : 'person';
          set({ kind, idType: papersOf(kind)[0] ?? 'other' });
        }}
      />
      <TextField
        needed
        label={t('clerk.partyName')}
        value={party.name}
        wrong={wrongAt(`/${name}/name`)}
        onChange={(typed) => set({ name: typed })}
      />
      <ChoiceField
        needed
        chosen
        label={t('clerk.idType')}
        value={party.idType}
        options={paperNames.map((value) => ({ value, label: t(`clerk.${value}`) }))}
        onChange={(value) => set({ idType: paperNames.find((one) => one === value) ?? 'other' })}
      />
      <TextField
        needed
        label={t('clerk.idNo')}
        most={40}
        value={party.idNo}
        wrong={wrongAt(`/${name}/idNo`)}
        onChange={(idNo) => set({ idNo })}
      />
      <TextField
        label={t('clerk.phone')}
        type="tel"
        most={20}
        value={party.phone}
        wrong={wrongAt(`/${name}/phone`)}
        onChange={(phone) => set({ phone })}
      />
    </div>
  );
}
