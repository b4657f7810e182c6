import { ontoAnotherPlatform } from './journeys/channels.js';
import { demandBecomesARequest } from './journeys/demand.js';
import { everyScreenIsSound } from './journeys/every-screen.js';
import { fortyLinesToCash } from './journeys/forty-lines-to-cash.js';
import { noticesOnesOwnWay } from './journeys/notices.js';
import { anOrganizationsLife } from './journeys/organization-life.js';
import { theRegister } from './journeys/register.js';
import { harvestMovesAvailability } from './journeys/supply.js';
import { aStallAndItsPetition } from './journeys/stall-and-petition.js';
import { Stage } from './support/stage.js';

let stage: Stage;
const stageOf = () => stage;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage?.close());

describe('a conference register with ten mistakes, approved by a second person and taken back', () => theRegister(stageOf));
describe('forty lines for three stores, from the paste to the last đồng', () => fortyLinesToCash(stageOf));
describe('a harvest moves what a buyer reads', () => harvestMovesAvailability(stageOf));
describe('the life of an organization', () => anOrganizationsLife(stageOf));
describe('notices, each in one’s own way', () => noticesOnesOwnWay(stageOf));
describe('a demand becomes a request', () => demandBecomesARequest(stageOf));
describe('onto another platform', () => ontoAnotherPlatform(stageOf));
describe('every screen', () => everyScreenIsSound(stageOf));
// After the walk, which opens the order that it takes.
describe('a stall raised, answered by a petition, cleared by a receipt', () => aStallAndItsPetition(stageOf));

it('no journey met an error of a script, of the console or of the content security policy', () => {
  expect(stage.problems()).toEqual([]);
});
