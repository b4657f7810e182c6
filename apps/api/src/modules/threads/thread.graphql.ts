import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { THREAD_DOCUMENTS, type ThreadDocument as DocumentName } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant } from '../../platform/graphql/scalars.js';

export const ThreadDocument = enumOf(THREAD_DOCUMENTS);
registerEnumType(ThreadDocument, {
  name: 'ThreadDocument',
  description: 'RFQ is the invitation of one cooperative: each has a thread of its own with the buyer.',
});

@ObjectType()
@Authority('PARTIES')
export class ThreadFile {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) mime: string;
}

@ObjectType({ description: 'Read by those who stand in the document, and by nobody else.' })
@Authority('PARTIES')
export class ThreadMessage {
  @Field(() => ID) id: string;
  @Field(() => Boolean) mine: boolean;
  @Field(() => String, { nullable: true }) authorName: string | null;
  @Field(() => String) orgName: string;
  @Field(() => String) body: string;
  @Field(() => [ThreadFile]) files: ThreadFile[];
  @Field(() => Instant) at: Date;
  @Field(() => [String], { description: 'Other organizations that have opened the thread since.' }) readBy: string[];
}

@ObjectType({ description: 'The talk that belongs to a document; it is there as soon as the document is.' })
@Authority('PARTIES')
export class Thread {
  @Field(() => ID) id: string;
  @Field(() => ThreadDocument) documentType: DocumentName;
  @Field(() => ID) documentId: string;
  @Field(() => String) title: string;
  @Field(() => [String], { description: 'Everybody who reads along, the reader first.' }) parties: string[];
  @Field(() => [ThreadMessage], { description: 'The newest first.' }) messages: ThreadMessage[];
  @Field(() => Boolean) hasEarlier: boolean;
  @Field(() => Int) unread: number;
}

export const ThreadMessageResult = resultUnion('ThreadMessageResult', () => [ThreadMessage, Refused] as const);
export const ThreadResult = resultUnion('ThreadResult', () => [Thread, Refused] as const);

@InputType()
export class ThreadMessageInput {
  @Field(() => String) clientKey: string;
  @Field(() => ThreadDocument) documentType: DocumentName;
  @Field(() => ID) documentId: string;
  @Field(() => String) body: string;
  @Field(() => [ID], { defaultValue: [] }) fileIds: string[];
}

@InputType()
export class ThreadReadInput {
  @Field(() => String) clientKey: string;
  @Field(() => ThreadDocument) documentType: DocumentName;
  @Field(() => ID) documentId: string;
}
