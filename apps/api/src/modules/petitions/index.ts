export { type BlockingPetition, PetitionBlocks } from './petition-blocks.js';
export {
  type KnownPetition,
  PETITION_IMAGE,
  PetitionIntake,
  type Registered,
  type RegisteredPetition,
} from './petition-intake.js';
export { PetitionLinkService } from './petition-link.service.js';
export { type PetitionRefusal, petitionMessages } from './petition.messages.js';
export { PetitionService } from './petition.service.js';
export { PetitionsModule } from './petitions.module.js';
