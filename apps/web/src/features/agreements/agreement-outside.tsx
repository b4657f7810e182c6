import { Button, EmptyState, Link, StatusMark, toast, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { OutsideAct } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { outside } from '../../shared/messages/vi/outside';
import { OutsideAnswerDialog } from './outside-answer-dialog';
import { type Outside, type OutsideOf, useOutsideAnswer } from './outside-mutations';
import { OutsideRecordDialog } from './outside-record-dialog';
import s from './signing.module.css';

const tones: Record<Outside['state'], Tone> = {
  WAITING: 'warning',
  CONFIRMED: 'success',
  DENIED: 'danger',
  DECLARED: 'neutral',
  WITHDRAWN: 'neutral',
};

interface Props {
  of: OutsideOf;
  onReload: () => void;
}

/** Goods that went by telephone: what each side says, whose word is awaited, and how well it is proven. */
export function AgreementOutside({ of, onReload }: Props) {
  const t = useText(outside);
  const [recording, setRecording] = useState(false);
  const { deliveries, mayRecord } = 'mou' in of ? of.mou.outside : of.contract.outside;
  return (
    <>
      {deliveries.length === 0 ? (
        <EmptyState title={t('outside.none')} detail={t('outside.noneHint')} />
      ) : (
        <ol className={s.list}>
          {deliveries.map((delivery) => (
            <Delivery key={delivery.id} of={of} delivery={delivery} onReload={onReload} />
          ))}
        </ol>
      )}
      {mayRecord && (
        <p className={s.buttons} data-print="hide">
          <Button onClick={() => setRecording(true)}>{t('outside.record')}</Button>
        </p>
      )}
      {recording && <OutsideRecordDialog of={of} onClose={() => setRecording(false)} onReload={onReload} />}
    </>
  );
}

function Delivery({ of, delivery, onReload }: Props & { delivery: Outside }) {
  const t = useText(outside);
  const f = useFormats();
  const [asked, setAsked] = useState<OutsideAct | null>(null);
  const form = useOutsideAnswer(of, `outside-confirm-${delivery.id}-${delivery.version}`, () =>
    toast.success(t('outside.answered')),
  );
  // One tap says that it is right; everything else asks for words.
  const press = (act: OutsideAct) => {
    if (act !== 'confirm') return setAsked(act);
    void form.submit((clientKey) => ({ input: { clientKey, id: delivery.id, version: delivery.version, act } }));
  };
  const other = delivery.author.id === delivery.seller.id ? delivery.buyer : delivery.seller;
  return (
    <li className={s.item}>
      <p className={s.head}>
        <b>
          {f.quantity(delivery.qty, delivery.baseUnit)} {delivery.goods}
        </b>
        <span>{f.date(delivery.deliveredOn)}</span>
        <StatusMark tone={tones[delivery.state]}>{t(`outside.state.${delivery.state}`)}</StatusMark>
        {delivery.grade && <span className={s.soft}>{t('outside.grade', { grade: delivery.grade })}</span>}
        <span className={s.soft}>
          {t('outside.fromTo', { seller: delivery.seller.shortName, buyer: delivery.buyer.shortName })}
        </span>
        {'mou' in of && delivery.contract && (
          <Link href={`/contracts/${delivery.contract.id}`}>{t('outside.ofContract', { number: delivery.contract.number })}</Link>
        )}
      </p>
      {delivery.state === 'WAITING' && <p>{t('outside.waits', { who: other.shortName, date: f.date(delivery.answerBy) })}</p>}
      <ul className={s.history}>
        {delivery.words.map((word) => (
          <li key={word.at + word.kind}>
            {f.dateTime(word.at)}:{' '}
            {t(`outside.word.${word.kind}`, {
              who: [word.personName, word.organizationName].filter(Boolean).join(', '),
              qty: word.qty == null ? '' : f.quantity(word.qty, delivery.baseUnit),
              date: f.date(word.deliveredOn),
            })}
            {word.note && `. ${word.note}`}
            {word.fileUrl && (
              <>
                {' · '}
                <a href={word.fileUrl} target="_blank" rel="noopener">
                  {word.fileName ?? t('outside.file')}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <FormErrors form={form} />
      {delivery.actions.length > 0 && (
        <p className={s.buttons} data-print="hide">
          {delivery.actions.map((act) => (
            <Button
              key={act}
              variant={act === 'confirm' ? 'primary' : 'secondary'}
              loading={act === 'confirm' && form.busy}
              onClick={() => press(act)}
            >
              {t(`outside.act.${act}`)}
            </Button>
          ))}
        </p>
      )}
      <ConflictDialog form={form} onReload={onReload} />
      {asked && (
        <OutsideAnswerDialog of={of} delivery={delivery} act={asked} onClose={() => setAsked(null)} onReload={onReload} />
      )}
    </li>
  );
}
