import type { OfficialBlock, OfficialSigner } from '../../../platform/documents/index.js';
import { type OrganizationOnPaper, taxCodeOnPaper } from '../../registry/index.js';

export interface PartyOnPaper {
  readonly organization: OrganizationOnPaper;
  readonly role: string;
  readonly mustSign: boolean;
  /** Who stands in the document for it; else its legal representative. */
  readonly representative: string | null;
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  SELLER: 'BÊN BÁN',
  BUYER: 'BÊN MUA',
  BANK: 'TỔ CHỨC TÍN DỤNG',
  WITNESS: 'BÊN CHỨNG KIẾN',
};
const LETTERS = 'ABCDEGHIKLMNOPQRSTUVXY';

/** "BÊN A (BÊN BÁN)": letters for those that are bound, in the order of the document; a witness has none. */
export function partyTitles(parties: readonly PartyOnPaper[]): string[] {
  let next = 0;
  return parties.map(({ role }) => {
    const word = ROLE_WORDS[role] ?? role;
    if (role === 'WITNESS') return word;
    const letter = LETTERS[next] ?? String(next + 1);
    next += 1;
    return `BÊN ${letter} (${word})`;
  });
}

const nameOf = (party: PartyOnPaper): string | null => party.representative ?? party.organization.representative;

export function partyBlocks(parties: readonly PartyOnPaper[]): OfficialBlock[] {
  const titles = partyTitles(parties);
  return parties.map((party, index): OfficialBlock => {
    const { organization: org } = party;
    const facts: (readonly [string, string | null])[] = [
      ['Mã số thuế', taxCodeOnPaper(org)],
      ['Địa chỉ', org.address],
      ['Điện thoại', org.phone],
      ['Đại diện', nameOf(party)],
    ];
    return {
      kind: 'facts',
      title: `${titles[index]}: ${org.name.toLocaleUpperCase('vi')}`,
      facts: facts.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
    };
  });
}

export function signersOf(parties: readonly PartyOnPaper[]): OfficialSigner[] {
  const titles = partyTitles(parties);
  return parties.map((party, index) => ({
    title: `ĐẠI DIỆN ${titles[index]!.replace(/ \(.*$/, '')}`,
    hint: '(Ký, ghi rõ họ tên, đóng dấu)',
    name: nameOf(party),
  }));
}

/** "Bên A", as articles call a party. */
export const shortTitle = (title: string): string => {
  const words = title
    .replace(/ \(.*$/, '')
    .toLocaleLowerCase('vi')
    .split(' ');
  const letter =
    words.length === 2 && words[0] === 'bên' && words[1]!.length === 1
      ? ` ${words[1]!.toUpperCase()}`
      : ` ${words.slice(1).join(' ')}`;
  return `Bên${letter}`;
};
