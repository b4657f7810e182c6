/**
 * How well a fact is proven: A receipt confirmed by the buyer in the system, B trade outside it with a document and the
 * counterparty's confirmation, C declared by one side.
 */
export const EVIDENCE_GRADES = ['A', 'B', 'C'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export const isAtLeastGrade = (grade: EvidenceGrade, wanted: EvidenceGrade): boolean => grade <= wanted;
