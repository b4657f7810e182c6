import { graphql } from '../../gql';

export const LineTermsParts = graphql(`
  fragment LineTermsParts on LineTerms {
    min
    target
    max
    unitPrice
    schedule {
      from
      to
      qty
    }
  }
`);

export const LifeParts = graphql(`
  fragment LifeParts on AgreementLife {
    mayPropose
    suggestedOutcome
    mayRenew
    versions {
      lineId
      amendmentNo
      target
    }
    proposals {
      id
      proposalNo
      amendmentNo
      kind
      state
      reason
      reasonNames
      outcome
      untilOn
      byDocument
      fileUrl
      proposedAt
      mayAnswer
      mayWithdraw
      proposedBy {
        ...OrganizationParts
      }
      terms {
        field
        before
        after
      }
      lines {
        lineId
        description
        baseUnit
        before {
          ...LineTermsParts
        }
        after {
          ...LineTermsParts
        }
      }
      answers {
        personName
        answer
        reason
        at
        organization {
          ...OrganizationParts
        }
      }
      awaited {
        ...OrganizationParts
      }
    }
  }
`);

export const ProposeDocument = graphql(`
  mutation AgreementPropose($input: AgreementProposeInput!) {
    agreementPropose(input: $input) {
      ... on AgreementProposal {
        id
        state
      }
      ...RefusalParts
    }
  }
`);

export const AnswerDocument = graphql(`
  mutation AgreementAnswer($input: AgreementAnswerInput!) {
    agreementAnswer(input: $input) {
      ... on AgreementProposal {
        id
        state
      }
      ...RefusalParts
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation AgreementWithdraw($input: AgreementWithdrawInput!) {
    agreementWithdraw(input: $input) {
      ... on AgreementProposal {
        id
        state
      }
      ...RefusalParts
    }
  }
`);

export const RenewDocument = graphql(`
  mutation MouRenew($input: MouRenewInput!) {
    mouRenew(input: $input) {
      ... on Mou {
        id
        registerNo
      }
      ...RefusalParts
    }
  }
`);

export const ReasonsDocument = graphql(`
  query ClosingReasons {
    closingReasons {
      code
      name
      outcomes
    }
  }
`);
