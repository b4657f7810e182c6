import { formatDateVi } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { declareNotice, type Notice, sendNotice } from '../../platform/notices/index.js';

type PetitionFacts = { readonly petitionId: string; readonly number: string; readonly answerBefore: string | null };

const TO = {
  alliance: ['ALLIANCE_OFFICER', 'ALLIANCE_LEADER'],
  department: ['DEPARTMENT_OFFICER', 'DEPARTMENT_LEADER', 'ALLIANCE_OFFICER', 'ALLIANCE_LEADER'],
  petitioner: ['SELLER_STAFF', 'SELLER_DIRECTOR'],
} as const;

type Words = (facts: PetitionFacts, from: string) => string;

const petitionNotice = (kind: string, to: keyof typeof TO, vi: Words, en: Words): Notice<PetitionFacts> =>
  declareNotice<PetitionFacts>({
    kind,
    group: 'PETITIONS',
    to: TO[to],
    vi,
    en,
    link: ({ petitionId }) => `/petitions/${petitionId}`,
  });

const before = ({ answerBefore }: PetitionFacts, vi: boolean): string =>
  answerBefore ? (vi ? ` trước ngày ${formatDateVi(answerBefore)}` : ` before ${formatDateVi(answerBefore)}`) : '';

/** What the three sides tell one another about a petition. */
export const PETITION_NOTICES = {
  filed: petitionNotice(
    'petition.filed',
    'alliance',
    ({ number }, from) => `${from} gửi kiến nghị ${number}. Hãy phân loại và giao cơ quan trả lời.`,
    ({ number }, from) => `${from} filed the petition ${number}. Classify and assign it.`,
  ),
  recorded: petitionNotice(
    'petition.recorded',
    'petitioner',
    ({ number }, from) => `${from} ghi nhận kiến nghị ${number} của quý đơn vị.`,
    ({ number }, from) => `${from} recorded your petition ${number}.`,
  ),
  assigned: petitionNotice(
    'petition.assigned',
    'department',
    (facts, from) => `${from} giao quý cơ quan trả lời kiến nghị ${facts.number}${before(facts, true)}.`,
    (facts, from) => `${from} asks you to answer the petition ${facts.number}${before(facts, false)}.`,
  ),
  onItsWay: petitionNotice(
    'petition.on-its-way',
    'petitioner',
    (facts) => `Kiến nghị ${facts.number} đã được giao cơ quan trả lời${before(facts, true)}.`,
    (facts) => `The petition ${facts.number} was assigned, to be answered${before(facts, false)}.`,
  ),
  transferred: petitionNotice(
    'petition.transferred',
    'alliance',
    ({ number }, from) => `${from} chuyển kiến nghị ${number} sang cơ quan khác. Lý do ghi trong kiến nghị.`,
    ({ number }, from) => `${from} passed the petition ${number} on. The reason stands in the petition.`,
  ),
  answered: petitionNotice(
    'petition.answered',
    'petitioner',
    ({ number }, from) => `${from} đã có văn bản trả lời kiến nghị ${number}. Hãy cho biết có đồng tình không.`,
    ({ number }, from) => `${from} answered the petition ${number} in writing. Say whether the answer satisfies you.`,
  ),
  contested: petitionNotice(
    'petition.contested',
    'alliance',
    ({ number }, from) => `${from} chưa đồng tình với trả lời kiến nghị ${number}.`,
    ({ number }, from) => `${from} is not satisfied with the answer to ${number}.`,
  ),
  reopened: petitionNotice(
    'petition.reopened',
    'department',
    (facts, from) => `${from} mở lại kiến nghị ${facts.number}: cần trả lời lại${before(facts, true)}.`,
    (facts, from) => `${from} reopened the petition ${facts.number}: answer again${before(facts, false)}.`,
  ),
  merged: petitionNotice(
    'petition.merged',
    'petitioner',
    ({ number }) => `Kiến nghị của quý đơn vị được gộp vào ${number} cùng nội dung; quý đơn vị vẫn nhận trả lời.`,
    ({ number }) => `Your petition was merged into ${number} on the same matter; you still get the answer.`,
  ),
};

interface Told {
  readonly id: string;
  readonly number: string;
  readonly answerBefore?: string | null;
}

/** Tells each organization once; the acting one knows already. */
export async function tellPetition(
  tx: Tx,
  notice: Notice<PetitionFacts>,
  orgIds: readonly (string | null)[],
  petition: Told,
  key: string,
): Promise<void> {
  const facts = { petitionId: petition.id, number: petition.number, answerBefore: petition.answerBefore ?? null };
  for (const orgId of new Set(orgIds)) {
    if (orgId && orgId !== tx.actor?.orgId) await sendNotice(tx, notice, { orgId, facts, key });
  }
}

/** The Alliance that watches: the register has one. */
export async function allianceId(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from organization where kind = 'ALLIANCE' and status = 'ACTIVE' order by id limit 1`,
  );
  return row?.id ?? null;
}
