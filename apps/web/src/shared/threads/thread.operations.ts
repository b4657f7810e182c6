import { graphql } from '../../gql';

export const ThreadMessageParts = graphql(`
  fragment ThreadMessageParts on ThreadMessage {
    id
    mine
    authorName
    orgName
    body
    files {
      id
      name
      mime
    }
    at
    readBy
  }
`);

export const ThreadDocumentQuery = graphql(`
  query Thread($documentType: ThreadDocument!, $documentId: ID!, $before: ID) {
    thread(documentType: $documentType, documentId: $documentId, before: $before) {
      id
      parties
      hasEarlier
      unread
      messages {
        ...ThreadMessageParts
      }
    }
  }
`);

export const ThreadMessageSendDocument = graphql(`
  mutation ThreadMessageSend($input: ThreadMessageInput!) {
    threadMessageSend(input: $input) {
      ...ThreadMessageParts
      ...RefusalParts
    }
  }
`);

export const ThreadReadDocument = graphql(`
  mutation ThreadRead($input: ThreadReadInput!) {
    threadRead(input: $input) {
      ... on Thread {
        id
        unread
      }
      ...RefusalParts
    }
  }
`);
