import { graphql } from '../../gql';

export const CaseFileParts = graphql(`
  fragment CaseFileParts on CaseFile {
    id
    owner {
      id
      name
    }
    nextAction
    nextActionOn
    entries {
      id
      kind
      happenedOn
      withName
      text
      promisedFor
      recordedBy
    }
    tasks {
      id
      title
      responsibleName
      dueOn
      state
      overdue
      outcome
      evidenceUrl
      endedBy
      version
    }
    officers {
      id
      name
    }
    parties {
      id
      name
    }
    version
  }
`);

export const CaseFileDocument = graphql(`
  query CaseFile($mouId: ID!) {
    caseFile(mouId: $mouId) {
      ...CaseFileParts
    }
  }
`);

export const CaseFileSaveDocument = graphql(`
  mutation CaseFileSave($input: CaseFileSaveInput!) {
    caseFileSave(input: $input) {
      ...CaseFileParts
      ...RefusalParts
    }
  }
`);

export const CaseEntryAddDocument = graphql(`
  mutation CaseEntryAdd($input: CaseEntryAddInput!) {
    caseEntryAdd(input: $input) {
      ...CaseFileParts
      ...RefusalParts
    }
  }
`);

export const PlanTaskAddDocument = graphql(`
  mutation PlanTaskAdd($input: PlanTaskAddInput!) {
    planTaskAdd(input: $input) {
      ...CaseFileParts
      ...RefusalParts
    }
  }
`);

export const PlanTaskEndDocument = graphql(`
  mutation PlanTaskEnd($input: PlanTaskEndInput!) {
    planTaskEnd(input: $input) {
      ...CaseFileParts
      ...RefusalParts
    }
  }
`);
