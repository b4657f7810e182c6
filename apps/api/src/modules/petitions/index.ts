export { type BlockingPetition, PetitionBlocks } from './petition-blocks.js';
export { PetitionIntake, type Registered, type RegisteredPetition } from './petition-intake.js';
export { type PetitionRefusal, petitionMessages } from './petition.messages.js';
export { PetitionsModule } from './petitions.module.js';
