import { graphql } from '../../gql';

/** What a row of the board shows, and what the ladder of an agreement needs. */
export const AgreementRowParts = graphql(`
  fragment AgreementRow on Agreement {
    id
    registerNo
    title
    status
    isDemo
    signedOn
    eventCode
    rung
    exit
    rungs {
      code
      state
      reachedAt
      grade
    }
    realisation {
      kind
      basisPoints
      basisPointsA
      basisPointsAB
      weighting
      quantifiedLines
      totalLines
    }
    waitingPetitions
    alert {
      level
      transition
      days
      answered
    }
    caseWork {
      owner
      nextAction
      nextActionOn
      openTasks
      overdueTasks
    }
    nextMove {
      actor
      step
      since
    }
    parties {
      id
      role
      organization {
        ...OrganizationParts
      }
    }
  }
`);
