import { Button, LinkButton, StatusMark, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { ReadinessFileFragment, ReadinessState } from '../../gql/graphql';
import { useCertificateName } from '../catalog/certificate-name';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { readiness as words } from '../messages/vi/readiness';
import { useSession } from '../session/session';
import { placeOfFact } from './readiness-parts';
import { EndWaiverButton, WaiveDialog } from './waive-dialog';
import s from './readiness.module.css';

export const readinessTones: Record<ReadinessState, Tone> = {
  MET: 'success',
  EXPIRING_SOON: 'warning',
  WAIVED: 'neutral',
  MISSING: 'danger',
};

type Item = ReadinessFileFragment['items'][number];

interface ReadinessItemsProps {
  file: ReadinessFileFragment;
  isOwn: boolean;
  isBuyer: boolean;
  onChanged: () => void;
}

/** Every line of the file: how it stands, what proves it or whose move it is, and the one thing to do about it. */
export function ReadinessItems({ file, isOwn, isBuyer, onChanged }: ReadinessItemsProps) {
  const t = useText(words);
  const f = useFormats();
  const nameOf = useCertificateName();
  const { me, may } = useSession();
  const [waiving, setWaiving] = useState<Item | null>(null);
  const manages = isBuyer && me !== null && may('requirement.waive', { buyerOrgId: me.organization.id });
  const proofOf = (item: Item): string => {
    if (item.waiver) {
      const { grantedByName: name, endsOn, reason } = item.waiver;
      return t('readiness.waivedBy', { name, date: f.date(endsOn), reason });
    }
    if (item.state === 'MISSING') {
      const because = t(`readiness.because${item.because ?? 'NOTHING'}`, { date: f.date(item.expiresOn) });
      const whose =
        isOwn && item.nextMover === 'SELLER' ? t('readiness.moveYou') : t(`readiness.move${item.nextMover ?? 'SELLER'}`);
      return `${because}. ${whose}.`;
    }
    return [
      item.certificate && nameOf(item.certificate),
      item.evidence && t(`readiness.by${item.evidence}`),
      item.expiresOn && t('readiness.until', { date: f.date(item.expiresOn) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <>
      <ul className={s.items}>
        {file.items.map((item) => (
          <li key={item.code} className={s.item}>
            <StatusMark tone={readinessTones[item.state]}>{t(`readinessState.${item.state}`)}</StatusMark>
            <div className={s.what}>
              <span>{item.name}</span>
              <span className={s.soft}>{proofOf(item)}</span>
              {item.note && <span className={s.soft}>{item.note}</span>}
            </div>
            <div className={s.acts}>
              {item.scanUrl && (
                <a href={item.scanUrl} target="_blank" rel="noopener">
                  {t('readiness.scan')}
                </a>
              )}
              {isOwn && item.state === 'MISSING' && item.nextMover === 'SELLER' && (
                <Mend item={item} productId={file.productId} />
              )}
              {manages && item.state === 'MISSING' && (
                <Button size="small" variant="quiet" onClick={() => setWaiving(item)}>
                  {t('readiness.waive')}
                </Button>
              )}
              {manages && item.waiver && <EndWaiverButton id={item.waiver.id} name={item.name} onDone={onChanged} />}
            </div>
          </li>
        ))}
      </ul>
      {waiving && (
        <WaiveDialog
          productId={file.productId}
          code={waiving.code}
          name={waiving.name}
          onClose={() => setWaiving(null)}
          onDone={onChanged}
        />
      )}
    </>
  );
}

/** The one way to mend it: the paper, or the field of the data. */
function Mend({ item, productId }: { item: Item; productId: string }) {
  const t = useText(words);
  const [kind] = item.kinds;
  if (item.fact && item.asked === 'COMPUTED') {
    return (
      <LinkButton size="small" href={placeOfFact(item.fact, productId)}>
        {t('readiness.fill')}
      </LinkButton>
    );
  }
  const again = item.because === 'RETURNED' && item.certificate;
  const href = again ? `/certificates?correct=${item.certificate!.id}` : `/certificates?declare=${kind}&product=${productId}`;
  return (
    <LinkButton size="small" href={href}>
      {t('readiness.upload')}
    </LinkButton>
  );
}
