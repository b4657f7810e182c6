import { useText } from '../i18n/use-text';
import { certificates } from '../messages/vi/certificates';

/** "OCOP 4 sao", "VietGAP": kinds are data, their names come with the paper. */
export function useCertificateName() {
  const t = useText(certificates);
  return ({ kind, kindName, stars }: { kind: string; kindName: string; stars?: number | null }): string =>
    kind === 'OCOP' && stars ? t('certificateKind.OCOP_STARS', { stars }) : kindName;
}
