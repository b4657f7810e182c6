import { LADDER_RUNGS } from '@lienket/domain';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Rung, RungState } from '../../gql/graphql';
import { LanguageProvider } from '../i18n/language';
import { useAgreementWords, type Standing } from './agreement-words';

const standing = (over: Partial<Standing> & { states?: Partial<Record<Rung, RungState>> }): Standing => ({
  rung: 'FIRST_CALL_OFF',
  exit: null,
  parties: [],
  realisation: {
    __typename: 'Realisation',
    kind: 'NOT_QUANTIFIED',
    quantifiedLines: 0,
    totalLines: 1,
    basisPoints: null,
    basisPointsA: null,
    basisPointsAB: null,
    weighting: null,
  },
  nextMove: { __typename: 'NextMove', actor: 'SELLER', step: 'DELIVER', since: '2026-07-01T02:00:00Z' },
  rungs: LADDER_RUNGS.map((code) => {
    const state = over.states?.[code] ?? 'NOT_REACHED';
    const reached = state === 'REACHED';
    return {
      __typename: 'RungMark',
      code,
      state,
      reachedAt: reached ? '2026-06-30T20:00:00Z' : null,
      grade: reached ? 'B' : null,
    };
  }),
  ...over,
});

async function words(locale: 'vi' | 'en' = 'vi') {
  const wrapper = ({ children }: { children: ReactNode }) => <LanguageProvider initial={locale}>{children}</LanguageProvider>;
  const { result } = renderHook(useAgreementWords, { wrapper });
  await waitFor(() => expect(result.current).not.toBeNull());
  return result.current;
}

const climbed = standing({
  states: { RECORDED: 'REACHED', SIGNED: 'REACHED', CONTRACTED: 'SKIPPED', FIRST_CALL_OFF: 'REACHED', P25: 'NOT_COMPUTABLE' },
});

describe('the ladder of an agreement', () => {
  it('inks what is reached, hatches what was skipped and names the present rung', async () => {
    const { ladder } = await words();
    expect(ladder(climbed).map(({ state }) => state)).toEqual([
      'reached',
      'reached',
      'skipped',
      'current',
      'ahead',
      'unknown',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });

  it('dates a rung by the day in Vietnam and says how good its evidence is', async () => {
    const { ladder } = await words();
    expect(ladder(climbed)[1]).toMatchObject({
      label: 'Các bên đã ký đủ',
      date: '01/07/2026',
      dateTime: '2026-07-01',
      grade: 'B',
      gradeLabel: 'bằng chứng loại B',
    });
    expect(ladder(climbed)[2]).not.toHaveProperty('date');
  });

  it('has no present rung once the agreement is over', async () => {
    const { ladder, exit } = await words();
    const over = standing({
      ...climbed,
      exit: 'CLOSED_PARTIAL',
      nextMove: { ...climbed.nextMove, actor: 'NONE', step: 'NOTHING' },
    });
    expect(ladder(over).some(({ state }) => state === 'current')).toBe(false);
    expect(exit('CLOSED_PARTIAL')).toBe('Kết thúc khi mới thực hiện một phần');
  });

  it.each(['vi', 'en'] as const)('has a sentence for every step of the domain (%s)', async (locale) => {
    const { move } = await words(locale);
    const steps = [
      'ATTACH_SIGNED_DOCUMENT',
      'CONCRETISE_CONTRACT',
      'PLACE_FIRST_CALL_OFF',
      'DELIVER',
      'CONTINUE_DELIVERIES',
      'QUANTIFY',
      'CLOSE_AND_CELEBRATE',
      'NOTHING',
    ];
    const sentences = steps.map((step) => move(standing({ nextMove: { ...climbed.nextMove, step } })).sentence);
    expect(new Set(sentences).size).toBe(steps.length);
    expect(sentences.filter((sentence) => /nextMove|[A-Z]_/.test(sentence))).toEqual([]);
  });
});
