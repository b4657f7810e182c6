import { daysBetween, localDateOf, type MoveStep } from '@lienket/domain';
import type { LadderRung, RungState, Tone } from '@lienket/ui';
import { useMemo } from 'react';
import type { AgreementRowFragment, MouStatus, PartyRole } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { agreements } from '../messages/vi/agreements';
import { outside } from '../messages/vi/outside';

interface Party {
  role: PartyRole;
  organization: { shortName: string };
}

/** The derived standing of an agreement, alike on the board and on its page. */
export interface Standing extends Pick<AgreementRowFragment, 'rung' | 'rungs' | 'exit' | 'realisation' | 'nextMove'> {
  parties: readonly Party[];
}

const stepKeys = {
  ATTACH_SIGNED_DOCUMENT: 'nextMove.ATTACH_SIGNED_DOCUMENT',
  ATTEST: 'nextMove.ATTEST',
  COUNTERSIGN: 'nextMove.COUNTERSIGN',
  SIGN: 'nextMove.SIGN',
  CONCRETISE_CONTRACT: 'nextMove.CONCRETISE_CONTRACT',
  PLACE_FIRST_CALL_OFF: 'nextMove.PLACE_FIRST_CALL_OFF',
  DELIVER: 'nextMove.DELIVER',
  CONTINUE_DELIVERIES: 'nextMove.CONTINUE_DELIVERIES',
  QUANTIFY: 'nextMove.QUANTIFY',
  CLOSE_AND_CELEBRATE: 'nextMove.CLOSE_AND_CELEBRATE',
  NOTHING: 'nextMove.NOTHING',
} as const satisfies Record<MoveStep, keyof typeof agreements>;

const exits = ['CLOSED_PARTIAL', 'CLOSED_UNSUCCESSFUL', 'CANCELLED', 'EXPIRED'] as const;

export const statusTones: Record<MouStatus, Tone> = {
  DRAFT: 'neutral',
  SIGNING: 'warning',
  SIGNED: 'info',
  IN_FORCE: 'success',
  SUSPENDED: 'warning',
  CLOSED: 'neutral',
  EXPIRED: 'neutral',
  LAPSED: 'danger',
};

/** Nobody moves any more: the reached rung is a result, not a present. */
const isOver = ({ exit, nextMove }: Standing) => exit !== null || nextMove.actor === 'NONE';

/** The words of the ladder, of realisation and of the next move: one wording for board, page and print. */
export function useAgreementWords() {
  const t = useText(agreements);
  const g = useText(outside);
  const f = useFormats();
  return useMemo(() => {
    const stateLabels: Record<RungState, string> = {
      reached: t('rungState.reached'),
      skipped: t('rungState.skipped'),
      current: t('rungState.current'),
      ahead: t('rungState.ahead'),
      unknown: t('rungState.unknown'),
    };
    const stateOf = (mark: Standing['rungs'][number], standing: Standing): RungState => {
      if (mark.code === standing.rung) return isOver(standing) ? 'reached' : 'current';
      return ({ REACHED: 'reached', SKIPPED: 'skipped', NOT_REACHED: 'ahead', NOT_COMPUTABLE: 'unknown' } as const)[mark.state];
    };
    const ladder = (standing: Standing): LadderRung[] =>
      standing.rungs.map((mark) => ({
        code: mark.code,
        label: t(`rung.${mark.code}`),
        shortLabel: t(`rungShort.${mark.code}`),
        state: stateOf(mark, standing),
        ...(mark.reachedAt ? { date: f.date(mark.reachedAt), dateTime: localDateOf(mark.reachedAt) } : {}),
        ...(mark.grade ? { grade: mark.grade, gradeLabel: t('grade.label', { grade: mark.grade }) } : {}),
      }));
    /** The party itself where there is only one of its side, otherwise the side. */
    const whoOf = ({ nextMove: { actor }, parties }: Standing): string => {
      if (actor === 'BUYER' || actor === 'SELLER') {
        const side = parties.filter((party) => party.role === actor);
        if (side.length === 1) return side[0]!.organization.shortName;
      }
      return t(`actor.${actor}`);
    };
    const move = (standing: Standing) => {
      const { actor, step, since } = standing.nextMove;
      const key = stepKeys[step as MoveStep] as (typeof stepKeys)[MoveStep] | undefined;
      const who = whoOf(standing);
      const sentence = key ? t(key, { who }) : who;
      const days = daysBetween(localDateOf(since), f.today());
      return {
        sentence,
        label: actor === 'NONE' ? sentence : t('nextMove.turn', { sentence }),
        since: t('nextMove.since', { date: f.date(since), days }),
        days,
      };
    };
    const realisation = ({
      rung,
      realisation: { kind, basisPoints, basisPointsA, basisPointsAB, weighting, quantifiedLines, totalLines },
    }: Pick<Standing, 'rung' | 'realisation'>) => {
      // Nothing is promised before everybody has signed: 0 % would accuse somebody.
      if (rung === 'RECORDED' && kind === 'MEASURED' && basisPoints === 0)
        return { value: t('real.unsigned'), detail: '', measured: false };
      if (kind !== 'MEASURED' || basisPoints == null) {
        return { value: t(kind === 'NOT_IN_SEASON' ? 'real.NOT_IN_SEASON' : 'real.NOT_QUANTIFIED'), detail: '', measured: false };
      }
      const parts = [t(weighting === 'VALUE' ? 'real.byValue' : 'real.byLine')];
      if (quantifiedLines < totalLines) parts.push(t('real.coverage', { quantified: quantifiedLines, total: totalLines }));
      // Only where some of it is not proven by receipts: otherwise the three are one number.
      if (basisPointsA != null && basisPointsAB != null && basisPointsA !== basisPoints)
        parts.push(
          g('outside.rates', { a: f.percentBp(basisPointsA), ab: f.percentBp(basisPointsAB), abc: f.percentBp(basisPoints) }),
        );
      return { value: f.percentBp(basisPoints), detail: parts.join(', '), measured: true };
    };
    const exit = (code: string | null | undefined): string | null => {
      const known = exits.find((one) => one === code);
      return known ? t(`exit.${known}`) : (code ?? null);
    };
    return { t, f, stateLabels, ladder, move, realisation, exit };
  }, [t, g, f]);
}

export const sideOf = <P extends Party>(parties: readonly P[], role: PartyRole): P[] =>
  parties.filter((party) => party.role === role);
