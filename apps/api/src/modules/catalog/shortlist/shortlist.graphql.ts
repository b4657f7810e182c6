import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant } from '../../../platform/graphql/scalars.js';
import { CatalogFilter, CatalogItem } from '../catalog.graphql.js';
import type { CatalogItemView } from '../catalog.view.js';

@ObjectType()
@Authority('SIGNED_IN')
export class ShortlistItem {
  @Field(() => ID) productId: string;
  @Field(() => String) productName: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant) addedAt: Date;
  @Field(() => CatalogItem, { nullable: true, description: 'Null while the product is not on sale.' })
  product: CatalogItemView | null;
}

@ObjectType({ description: 'Products that the acting organization keeps in view.' })
@Authority('SIGNED_IN')
export class Shortlist {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Instant) changedAt: Date;
  @Field(() => [ShortlistItem]) items: ShortlistItem[];
}

@ObjectType({ description: 'Removed; nothing of it is left.' })
@Authority('SIGNED_IN')
export class Removed {
  @Field(() => ID) id: string;
}

@ObjectType({ description: 'A search the acting organization keeps.' })
@Authority('SIGNED_IN')
export class SavedSearch {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: "The catalogue's address of it: q=na&group=FOOD" }) address: string;
  @Field(() => Boolean) alert: boolean;
  @Field(() => Instant) createdAt: Date;
  @Field(() => Int, { description: 'Products published since its people last looked; 100 means as many or more.' })
  newCount: number;
}

@InputType()
export class ShortlistCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) name: string;
}

@InputType()
export class ShortlistRenameInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@InputType()
export class ShortlistAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true, description: 'Null: the list named "Danh sách chọn", made when there is none.' })
  shortlistId?: string | null;
  @Field(() => [ID]) productIds: string[];
}

@InputType()
export class ShortlistItemInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) shortlistId: string;
  @Field(() => ID) productId: string;
  @Field(() => String, { nullable: true, description: 'Only for the note.' }) note?: string | null;
}

@InputType()
export class ShortlistRemoveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

@InputType()
export class SavedSearchCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
  @Field(() => CatalogFilter) filter: CatalogFilter;
  @Field(() => Boolean) alert: boolean;
}

@InputType()
export class SavedSearchUpdateInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => Boolean, { nullable: true }) alert?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Its people have looked at it now.' }) seen?: boolean | null;
}

export const ShortlistResult = resultUnion('ShortlistResult', () => [Shortlist, Refused] as const);
export const SavedSearchResult = resultUnion('SavedSearchResult', () => [SavedSearch, Refused] as const);
export const RemovedResult = resultUnion('RemovedResult', () => [Removed, Refused] as const);
