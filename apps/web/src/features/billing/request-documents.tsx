import { Button, Cluster, Link, LinkButton, Section, StatusMark, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { NoteState, PaymentRequestPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { useMe } from '../../shared/session/session';
import { invoiceTone } from './invoices-screen';
import { NoteAnswerDialog } from './note-answer';
import { NoteDialog } from './note-dialog';
import s from './billing.module.css';

type Note = PaymentRequestPartsFragment['notes'][number];
const noteTone: Record<NoteState, Tone> = { PROPOSED: 'warning', ISSUED: 'success', DECLINED: 'danger', WITHDRAWN: 'neutral' };
const ANSWERS = ['noteAccept', 'noteDecline', 'noteWithdraw'] as const;
export type NoteAnswer = (typeof ANSWERS)[number];

/** The e-invoices recorded for this request, and the notes that changed what is owed. */
export function RequestDocuments({ request, reload }: { request: PaymentRequestPartsFragment; reload: () => void }) {
  const t = useText(invoices);
  const f = useFormats();
  const me = useMe();
  const [writing, setWriting] = useState(false);
  const [answering, setAnswering] = useState<{ note: Note; answer: NoteAnswer } | null>(null);
  const sells = request.seller.id === me.organization.id;
  const left = request.lines.some((line) => Number(line.acceptedQty) > Number(line.invoicedQty));
  return (
    <Section
      title={t('documents.title')}
      actions={
        sells && (
          <Cluster>
            {left && <LinkButton href={`/invoices/new?request=${request.id}`}>{t('documents.record')}</LinkButton>}
            <Button onClick={() => setWriting(true)}>{t('documents.note')}</Button>
          </Cluster>
        )
      }
    >
      {request.invoices.length + request.notes.length === 0 && <p>{t(sells ? 'documents.noneSeller' : 'documents.none')}</p>}
      <ul className={s.transfers}>
        {request.invoices.map((invoice) => (
          <li key={invoice.id} className={s.payment}>
            <p className={s.paymentHead}>
              <Link href={`/invoices/${invoice.id}`}>
                {t('documents.invoice', { symbol: invoice.symbol, number: invoice.number })}
              </Link>
              <b>{f.vnd(invoice.total)}</b>
            </p>
            <p className={s.paymentHead}>
              <span className={s.small}>{t('documents.issuedOn', { date: f.date(invoice.issuedOn) })}</span>
              <StatusMark tone={invoiceTone[invoice.state]}>{t(`invoice.state.${invoice.state}`)}</StatusMark>
            </p>
          </li>
        ))}
        {request.notes.map((note) => (
          <li key={note.id} className={s.payment}>
            <p className={s.paymentHead}>
              <span>{t(`note.kind.${note.kind}`, { number: note.number })}</span>
              <b>{f.vnd(note.total)}</b>
            </p>
            <p className={s.paymentHead}>
              <span className={s.small}>
                {[t(`note.source.${note.source}`), f.dateTime(note.writtenAt), note.reason].filter(Boolean).join(' · ')}
              </span>
              <StatusMark tone={noteTone[note.state]}>{t(`note.state.${note.state}`)}</StatusMark>
            </p>
            {note.declineReason && <p className={s.small}>{t('note.declined', { reason: note.declineReason })}</p>}
            <Cluster>
              {ANSWERS.filter((answer) => note.availableActions.some(({ action, allowed }) => action === answer && allowed)).map(
                (answer) => (
                  <Button
                    key={answer}
                    variant={answer === 'noteAccept' ? 'primary' : undefined}
                    onClick={() => setAnswering({ note, answer })}
                  >
                    {t(`note.${answer}`)}
                  </Button>
                ),
              )}
            </Cluster>
          </li>
        ))}
      </ul>
      {writing && <NoteDialog request={request} reload={reload} onClose={() => setWriting(false)} />}
      {answering && (
        <NoteAnswerDialog key={answering.note.id} {...answering} reload={reload} onClose={() => setAnswering(null)} />
      )}
    </Section>
  );
}
