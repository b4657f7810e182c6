import { Button, EmptyState, StatusMark, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { LifePartsFragment, ProposalKind, ProposalState, SignedDocument } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';
import type { AmendableTerms } from './amend-terms';
import { AnswerDialog, RenewDialog, WithdrawDialog } from './life-answer-dialogs';
import { ProposalChanges } from './proposal-changes';
import { ProposalDialog } from './proposal-dialog';
import s from './signing.module.css';

export type Proposal = LifePartsFragment['proposals'][number];

/** What a dialog needs of the document, whichever kind it is. */
export interface LivingDocument {
  type: SignedDocument;
  id: string;
  version: number;
  validTo: string | null | undefined;
  noticeDays: number | null;
  /** Terms beside the lines that an annex may change; null where this kind of document has none. */
  terms: AmendableTerms;
  life: LifePartsFragment;
  lines: readonly {
    id: string;
    description: string;
    baseUnit: string;
    target: string | null;
    min?: string;
    max?: string;
    unitPrice?: string | null;
    accepted: string;
  }[];
  /** The reader is a party; else an officer of the Alliance. */
  own: boolean;
}

type Open =
  { propose: ProposalKind } | { answer: Proposal; word: 'CONSENT' | 'OBJECT' } | { withdraw: Proposal } | 'renew' | null;

const tones: Record<ProposalState, Tone> = { OPEN: 'warning', AGREED: 'success', DECLINED: 'danger', WITHDRAWN: 'neutral' };

/** Annexes, pauses and the end of a signed document, the newest first, and what the reader may put to the others. */
export function AgreementLife({ document, onReload }: { document: LivingDocument; onReload: () => void }) {
  const t = useText(amending);
  const [open, setOpen] = useState<Open>(null);
  const { life } = document;
  const close = () => setOpen(null);
  return (
    <>
      {life.proposals.length === 0 ? (
        <EmptyState title={t('life.none')} />
      ) : (
        <ol className={s.list}>
          {life.proposals.map((proposal) => (
            <ProposalItem key={proposal.id} proposal={proposal} onOpen={setOpen} />
          ))}
        </ol>
      )}
      {(life.mayPropose.length > 0 || life.mayRenew) && (
        <p className={s.buttons} data-print="hide">
          {life.mayPropose.map((kind) => (
            <Button key={kind} size="small" onClick={() => setOpen({ propose: kind })}>
              {t(`life.act.${kind}`)}
            </Button>
          ))}
          {life.mayRenew && (
            <Button size="small" variant="quiet" onClick={() => setOpen('renew')}>
              {t('life.renew')}
            </Button>
          )}
        </p>
      )}
      {open !== null && open !== 'renew' && 'propose' in open && (
        <ProposalDialog kind={open.propose} document={document} onClose={close} onReload={onReload} />
      )}
      {open !== null && open !== 'renew' && 'answer' in open && (
        <AnswerDialog proposal={open.answer} word={open.word} onClose={close} onReload={onReload} />
      )}
      {open !== null && open !== 'renew' && 'withdraw' in open && (
        <WithdrawDialog proposal={open.withdraw} onClose={close} onReload={onReload} />
      )}
      {open === 'renew' && <RenewDialog mouId={document.id} onClose={close} onReload={onReload} />}
    </>
  );
}

function ProposalItem({ proposal, onOpen }: { proposal: Proposal; onOpen: (open: Open) => void }) {
  const t = useText(amending);
  const f = useFormats();
  const name = proposal.amendmentNo == null ? t(`life.${proposal.kind}`) : t('life.amendmentNo', { no: proposal.amendmentNo });
  return (
    <li className={s.item}>
      <p className={s.head}>
        <b>{name}</b>
        <StatusMark tone={tones[proposal.state]}>{t(`life.state.${proposal.state}`)}</StatusMark>
        <span className={s.soft}>
          {t('life.by', { who: proposal.proposedBy.shortName, at: f.dateTime(proposal.proposedAt) })}
        </span>
      </p>
      <ProposalChanges proposal={proposal} />
      {proposal.outcome && <p>{t('life.outcome', { outcome: t(`outcome.${proposal.outcome}`) })}</p>}
      {proposal.reasonNames.length > 0 && <p>{t('life.why', { names: proposal.reasonNames.join('; ') })}</p>}
      <p>{t('life.reason', { reason: proposal.reason })}</p>
      {proposal.byDocument && <p className={s.soft}>{t('life.byDocument')}</p>}
      {proposal.state === 'OPEN' && proposal.untilOn && (proposal.kind === 'CLOSE' || proposal.kind === 'TERMINATE') && (
        <p>{t(`life.until.${proposal.kind}`, { date: f.date(proposal.untilOn) })}</p>
      )}
      {proposal.awaited.length > 0 && (
        <p>{t('life.awaited', { names: proposal.awaited.map(({ shortName }) => shortName).join(', ') })}</p>
      )}
      {proposal.answers.length > 0 && (
        <ul className={s.history}>
          {proposal.answers.map((answer) => (
            <li key={answer.organization.id}>
              {f.dateTime(answer.at)}:{' '}
              {t(answer.answer === 'CONSENT' ? 'life.consented' : 'life.objected', {
                who: `${answer.personName}, ${answer.organization.shortName}`,
                reason: answer.reason ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
      <p className={s.buttons} data-print="hide">
        {proposal.fileUrl && (
          <a href={proposal.fileUrl} target="_blank" rel="noopener">
            {t('life.openFile')}
          </a>
        )}
        {proposal.kind === 'AMEND' && (
          <>
            <a href={`/documents/amendments/${proposal.id}.pdf`} target="_blank" rel="noopener">
              {t('life.annexPdf')}
            </a>
            <a href={`/documents/amendments/${proposal.id}.docx`}>{t('life.annexDocx')}</a>
          </>
        )}
        {proposal.mayAnswer && (
          <>
            <Button size="small" variant="primary" onClick={() => onOpen({ answer: proposal, word: 'CONSENT' })}>
              {t('life.consent')}
            </Button>
            <Button size="small" onClick={() => onOpen({ answer: proposal, word: 'OBJECT' })}>
              {t('life.object')}
            </Button>
          </>
        )}
        {proposal.mayWithdraw && (
          <Button size="small" variant="quiet" onClick={() => onOpen({ withdraw: proposal })}>
            {t('life.withdraw')}
          </Button>
        )}
      </p>
    </li>
  );
}
