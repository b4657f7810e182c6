import { graphql } from '../../gql';

export const EvidenceDeskDocument = graphql(`
  query EvidenceDesk($agreementId: ID!) {
    evidenceDesk(agreementId: $agreementId) {
      ...EvidenceDeskParts
    }
  }
  fragment EvidenceDeskParts on EvidenceDesk {
    agreementId
    isBank
    mayAsk
    mayManage
    mayGrant
    mayOpen
    maxDays
    suggestedFrom
    consents {
      id
      status
      isLive
      isExpired
      askedScopes
      askedFor
      askedAt
      scopes
      periodFrom
      expiresOn
      note
      decidedAt
      endedAt
      version
      packs {
        id
        cutOff
        sha256
      }
      looks {
        id
        form
        by
        at
      }
    }
  }
`);

export const EvidenceAskDocument = graphql(`
  mutation EvidenceAsk($input: EvidenceAskInput!) {
    evidenceAsk(input: $input) {
      ...EvidenceDeskParts
      ...RefusalParts
    }
  }
`);
export const EvidenceGrantDocument = graphql(`
  mutation EvidenceGrant($input: EvidenceGrantInput!) {
    evidenceGrant(input: $input) {
      ...EvidenceDeskParts
      ...RefusalParts
    }
  }
`);
export const EvidenceRefreshDocument = graphql(`
  mutation EvidenceRefresh($input: EvidenceConsentInput!) {
    evidenceRefresh(input: $input) {
      ...EvidenceDeskParts
      ...RefusalParts
    }
  }
`);
export const EvidenceDeclineDocument = graphql(`
  mutation EvidenceDecline($input: EvidenceConsentInput!) {
    evidenceDecline(input: $input) {
      ...EvidenceDeskParts
      ...RefusalParts
    }
  }
`);
export const EvidenceRevokeDocument = graphql(`
  mutation EvidenceRevoke($input: EvidenceConsentInput!) {
    evidenceRevoke(input: $input) {
      ...EvidenceDeskParts
      ...RefusalParts
    }
  }
`);
export const EvidenceCancelDocument = graphql(`
  mutation EvidenceCancel($input: EvidenceConsentInput!) {
    evidenceCancel(input: $input) {
      ...EvidenceDeskParts
      ...RefusalParts
    }
  }
`);
export const EvidenceOpenDocument = graphql(`
  mutation EvidenceOpen($input: EvidenceOpenInput!) {
    evidenceOpen(input: $input) {
      ...EvidencePackParts
      ...RefusalParts
    }
  }
  fragment EvidencePackParts on EvidencePack {
    id
    cutOff
    sha256
    borrower
    bank
    agreementNumber
    expiresOn
    isDemo
    content {
      periodFrom
      deliveries {
        lines
        buyers
        value
        months {
          month
          value
          quantities {
            unit
            qty
          }
        }
        goods {
          name
          unit
          accepted
          rejected
          value
        }
      }
      payments {
        requests
        invoiced
        paid
        open
        overdue
        settled
        medianPromisedDays
        medianRealDays
        due
        onTime
      }
      openOrders {
        orders
        buyers
        value
        months {
          month
          value
          quantities {
            unit
            qty
          }
        }
      }
    }
  }
`);

/** What a step about figures makes old. */
export const AFTER_EVIDENCE = ['evidenceDesk', 'workItems'];
