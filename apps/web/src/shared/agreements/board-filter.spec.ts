import { filterFrom, onlyFilter, summaryFilterOf } from './board-filter';

const params = (text: string) => new URLSearchParams(text);

describe('the filters in the address', () => {
  it('become the filter of the question, and what the contract does not know is never sent', () => {
    expect(filterFrom(params('event=HN&rung=SIGNED&actor=BUYER&real=MEASURED&q=%20na%20'))).toEqual({
      eventCode: 'HN',
      rung: 'SIGNED',
      actor: 'BUYER',
      realisation: 'MEASURED',
      search: 'na',
    });
    expect(filterFrom(params('rung=P50-up'))).toEqual({ rungAtLeast: 'P50' });
    expect(filterFrom(params('rung=HIGHEST&actor=&q=%20'))).toEqual({});
  });

  it('a number of the summary leads to exactly what it counted', () => {
    const now = params('event=HN&q=na&rung=SIGNED&actor=BUYER');
    const there = filterFrom(params(onlyFilter(now, 'real', 'NOT_QUANTIFIED').slice(1)));
    expect(there).toEqual({ ...summaryFilterOf(filterFrom(now)), realisation: 'NOT_QUANTIFIED' });
  });
});
