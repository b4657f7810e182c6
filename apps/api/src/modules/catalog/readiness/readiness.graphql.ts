import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EVIDENCE_LEVELS, type EvidenceLevel as Level } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { PageInfo, Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate } from '../../../platform/graphql/scalars.js';
import { Certificate, OrganizationRef } from '../../registry/index.js';
import { ProductGroup } from '../catalog.graphql.js';
import type { ProductGroup as Group } from '../catalog.view.js';
import { ProductRef } from '../product.graphql.js';

export const EvidenceLevel = enumOf(EVIDENCE_LEVELS);
registerEnumType(EvidenceLevel, {
  name: 'EvidenceLevel',
  description: 'Seen in the data, put down by the seller, seen by the Alliance.',
});
export const ReadinessState = enumOf(['MET', 'EXPIRING_SOON', 'WAIVED', 'MISSING'] as const);
registerEnumType(ReadinessState, { name: 'ReadinessState' });
export const MissingBecause = enumOf(['NOTHING', 'WAITS_FOR_ALLIANCE', 'RETURNED', 'EXPIRED', 'REVOKED', 'NOT_IN_DATA'] as const);
registerEnumType(MissingBecause, { name: 'MissingBecause' });
export const NextMover = enumOf(['SELLER', 'ALLIANCE'] as const);
registerEnumType(NextMover, { name: 'NextMover' });

@ObjectType({ description: 'A document or fact that buyers may ask for.' })
@Authority('SIGNED_IN')
export class RequirementType {
  @Field(() => ID) code: string;
  @Field(() => String) name: string;
  @Field(() => [EvidenceLevel], { description: 'The levels it can be proven at.' }) levels: Level[];
  @Field(() => [String], { description: 'Kinds of papers of which any one meets it.' }) kinds: string[];
  @Field(() => [ProductGroup], { description: 'Groups it makes sense for; empty = all.' }) groups: Group[];
  @Field(() => Boolean, { description: 'On the list that a new buyer starts from.' }) isUsual: boolean;
  @Field(() => EvidenceLevel) usualEvidence: Level;
}

@ObjectType()
@Authority('PARTIES')
export class ChecklistItem {
  @Field(() => ID) code: string;
  @Field(() => EvidenceLevel) evidence: Level;
  @Field(() => [ProductGroup]) onlyGroups: Group[];
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType({ description: "A buyer's own list; while none was saved, the usual one to start from." })
@Authority('PARTIES')
export class BuyerChecklist {
  @Field(() => ID) id: string;
  @Field(() => Boolean) isTemplate: boolean;
  @Field(() => [ChecklistItem]) items: ChecklistItem[];
  @Field(() => Int) version: number;
}

@ObjectType()
@Authority('PARTIES')
export class RequirementWaiver {
  @Field(() => ID) id: string;
  @Field(() => String) reason: string;
  @Field(() => LocalDate) endsOn: string;
  @Field(() => String) grantedByName: string;
}

@ObjectType({ description: 'One line of the file: what meets it, or why not and whose move it is.' })
@Authority('PARTIES')
export class ReadinessItem {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: "In the buyer's own words." }) note: string | null;
  @Field(() => ReadinessState) state: keyof typeof ReadinessState;
  @Field(() => EvidenceLevel, { description: 'The least the buyer is content with.' }) asked: Level;
  @Field(() => EvidenceLevel, { nullable: true }) evidence: Level | null;
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => MissingBecause, { nullable: true }) because: keyof typeof MissingBecause | null;
  @Field(() => NextMover, { nullable: true }) nextMover: keyof typeof NextMover | null;
  @Field(() => [String], { description: 'Kinds of papers that would meet it.' }) kinds: string[];
  @Field(() => String, { nullable: true, description: 'The field of the data that would meet it.' }) fact: string | null;
  @Field(() => Certificate, { nullable: true }) certificate: Certificate | null;
  @Field(() => String, { nullable: true, description: 'Of its own people, and of buyers whose list asks for it.' }) scanUrl:
    string | null;
  @Field(() => RequirementWaiver, { nullable: true }) waiver: RequirementWaiver | null;
}

@ObjectType({ description: "A product's file for one buyer, worked out when it is read." })
@Authority('PARTIES')
export class ProductReadiness {
  @Field(() => ID) productId: string;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => Int) met: number;
  @Field(() => Int) required: number;
  @Field(() => [ReadinessItem]) items: ReadinessItem[];
}

@ObjectType({ description: 'What the acting cooperative still lacks, over all its products and buyers.' })
@Authority('PARTIES')
export class ReadinessGap {
  @Field(() => ID) code: string;
  @Field(() => String) name: string;
  @Field(() => [String]) kinds: string[];
  @Field(() => String, { nullable: true }) fact: string | null;
  @Field(() => NextMover) nextMover: keyof typeof NextMover;
  @Field(() => [String], { description: 'Short names of the buyers who ask for it.' }) buyers: string[];
  @Field(() => [ProductRef]) products: ProductRef[];
}

@ObjectType()
@Authority('PARTIES')
export class ReadinessCell {
  @Field(() => String) code: string;
  @Field(() => ReadinessState) state: keyof typeof ReadinessState;
  @Field(() => NextMover, { nullable: true }) nextMover: keyof typeof NextMover | null;
}

@ObjectType()
@Authority('PARTIES')
export class ReadinessRow {
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => Int) met: number;
  @Field(() => Int) required: number;
  @Field(() => [ReadinessCell], { description: 'Only what is asked of this product.' }) cells: ReadinessCell[];
}

@ObjectType({ description: 'Products against the lines of the acting buyer’s checklist.' })
@Authority('PARTIES')
export class ReadinessTable {
  @Field(() => [RequirementType]) columns: RequirementType[];
  @Field(() => [ReadinessRow]) rows: ReadinessRow[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@InputType()
export class ChecklistItemInput {
  @Field(() => String) code: string;
  @Field(() => EvidenceLevel) evidence: Level;
  @Field(() => [ProductGroup]) onlyGroups: Group[];
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ChecklistSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => Int, { description: '0 for the first time.' }) version: number;
  @Field(() => [ChecklistItemInput]) items: ChecklistItemInput[];
}

@InputType()
export class RequirementWaiveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => Boolean, { description: "For all the seller's products instead of this one." }) forAllProducts: boolean;
  @Field(() => String) code: string;
  @Field(() => String) reason: string;
  @Field(() => LocalDate) endsOn: string;
}

@InputType()
export class RequirementWaiverEndInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

export const ChecklistResult = resultUnion(
  'ChecklistResult',
  () => [BuyerChecklist, Refused, RowsRefused, VersionConflict] as const,
);
export const WaiverResult = resultUnion('WaiverResult', () => [RequirementWaiver, Refused] as const);
