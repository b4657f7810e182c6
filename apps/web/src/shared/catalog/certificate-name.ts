import { useText } from '../i18n/use-text';
import { certificates } from '../messages/vi/certificates';

/** The kinds the contract takes. */
export const certificateKinds = [
  'OCOP',
  'VIETGAP',
  'GLOBALGAP',
  'ORGANIC',
  'HACCP',
  'ISO_22000',
  'FOOD_SAFETY',
  'GI_USE_RIGHT',
  'COLLECTIVE_MARK',
] as const;

/** "OCOP 4 sao"; kinds the app does not know stay as they were written. */
export function useCertificateName() {
  const t = useText(certificates);
  return ({ kind, stars }: { kind: string; stars?: number | null }): string => {
    if (kind === 'OCOP' && stars) return t('certificateKind.OCOP_STARS', { stars });
    const name = certificateKinds.find((code) => code === kind);
    return name ? t(`certificateKind.${name}`) : kind;
  };
}
