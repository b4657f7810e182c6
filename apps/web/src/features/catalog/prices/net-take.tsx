import type { NetTakeStep } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { pricing } from '../../../shared/messages/vi/pricing';
import s from './prices.module.css';

interface Take {
  readonly net: number | string | bigint;
  readonly lines: readonly {
    readonly step: NetTakeStep;
    readonly bp?: number | null;
    readonly amount: number | string | bigint;
  }[];
}

/** What stays with the cooperative of one unit, and line by line why. Steps that take nothing are left out. */
export function NetTake({ take, unit }: { take: Take; unit: string }) {
  const t = useText(pricing);
  const f = useFormats();
  const lines = take.lines.filter(({ step, amount }) => step === 'LIST' || step === 'NET' || BigInt(amount) !== 0n);
  return (
    <details className={s.take}>
      <summary>{t('pricing.net', { net: f.vnd(BigInt(take.net)) })}</summary>
      <table className={s.sum}>
        <caption>{t('pricing.netOf', { unit })}</caption>
        <tbody>
          {lines.map(({ step, bp, amount }) => (
            <tr key={step} className={step === 'NET' || step === 'INVOICE' ? s.total : undefined}>
              <th scope="row">
                {t(`pricing.step.${step}`)}
                {bp ? ` ${f.percentBp(bp)}` : ''}
              </th>
              <td>{f.vnd(BigInt(amount))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={s.soft}>{t('pricing.netNote')}</p>
    </details>
  );
}
