import type { Actor } from '../../../platform/auth/actor.js';
import type { Storyteller } from './storyteller.js';

export interface Said {
  readonly by: Actor;
  readonly body: string;
}

/** What the two sides of a document wrote to each other; a message has no version, so a repeated key simply answers again. */
export async function tellTalk(
  teller: Storyteller,
  step: (name: string) => string,
  documentType: string,
  documentId: string,
  said: readonly Said[],
): Promise<void> {
  for (const [index, { by, body }] of said.entries())
    await teller.read(
      by,
      'mutation($input: ThreadMessageInput!) { threadMessageSend(input: $input) { __typename ... on DomainError { code } } }',
      { input: { clientKey: step(`talk-${documentType.toLowerCase()}-${index}`), documentType, documentId, body, fileIds: [] } },
    );
}
