import { EmptyState, Timeline, type Tone } from '@lienket/ui';
import type { MouPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { amending } from '../../shared/messages/vi/amending';
import s from './agreement.module.css';

const sentences = {
  'mou.create': 'diary.mou.create',
  'mou.update': 'diary.mou.update',
  'mou.circulate': 'diary.mou.circulate',
  'mou.sign': 'diary.mou.sign',
  'mou.refuse': 'diary.mou.refuse',
  'mou.attest': 'diary.mou.attest',
  'mou.countersign': 'diary.mou.countersign',
  'mou.signed': 'diary.mou.signed',
  'mou.enter-into-force': 'diary.mou.enterIntoForce',
  'mou.expire': 'diary.mou.expire',
  'mou.lapse': 'diary.mou.lapse',
  'obligation.claim': 'diary.obligation.claim',
  'obligation.confirm': 'diary.obligation.confirm',
  'obligation.dispute': 'diary.obligation.dispute',
  'obligation.attest': 'diary.obligation.attest',
  'contract.propose': 'diary.contract.propose',
  'contract.sign': 'diary.contract.sign',
  'contract.activate': 'diary.contract.activate',
  'contract.complete': 'diary.contract.complete',
} as const satisfies Record<string, keyof typeof agreements>;

const tones: Record<string, Tone> = {
  'mou.sign': 'success',
  'mou.signed': 'success',
  'mou.countersign': 'success',
  'mou.enter-into-force': 'success',
  'contract.activate': 'success',
  'mou.refuse': 'danger',
};

/** Sheets two of paper hold so many entries; the screen shows all. */
const PRINTED = 12;

/** Who did what, the newest first. */
export function AgreementDiary({ mou }: { mou: MouPageFragment }) {
  const t = useText(agreements);
  const k = useText(amending);
  const f = useFormats();
  if (mou.diary.length === 0) return <EmptyState title={t('diary.empty')} />;
  const newestFirst = mou.diary.map((entry, index) => ({ entry, id: `${entry.at}-${index}` })).reverse();
  return (
    <div className={s.diary}>
      <Timeline
        label={t('agreement.diary')}
        entries={newestFirst.map(({ entry, id }) => {
          const datum = (key: string) => entry.data.find((one) => one.key === key)?.value;
          const key = (sentences as Record<string, (typeof sentences)[keyof typeof sentences]>)[entry.action];
          const later = `diary.${entry.action}` as keyof typeof amending;
          const party = mou.parties.find(({ organization }) => organization.id === datum('orgId'))?.organization.shortName;
          const signedOn = datum('signedOn');
          const reason = datum('reason');
          const facts = [
            party,
            signedOn && t('agreement.signedOn', { date: f.date(signedOn) }),
            datum('number'),
            datum('obligation'),
          ].filter(Boolean);
          return {
            id,
            at: f.dateTime(entry.at),
            dateTime: entry.at,
            who: [entry.actorName, entry.organizationName].filter(Boolean).join(', ') || t('diary.system'),
            what: key ? t(key) : later in amending ? k(later) : t('diary.other', { action: entry.action }),
            detail: reason ? t('diary.reason', { reason }) : facts.length ? facts.join(', ') : undefined,
            tone: tones[entry.action],
          };
        })}
      />
      {newestFirst.length > PRINTED && (
        <p className={s.printOnly}>{t('diary.printed', { shown: PRINTED, total: newestFirst.length })}</p>
      )}
    </div>
  );
}
