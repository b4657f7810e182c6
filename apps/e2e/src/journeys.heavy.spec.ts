import { ontoAnotherPlatform } from './journeys/channels.js';
import { theExpiringCertificate } from './journeys/expiring-certificate.js';
import { demandBecomesARequest } from './journeys/demand.js';
import { everyScreenIsSound } from './journeys/every-screen.js';
import { fortyLinesToCash } from './journeys/forty-lines-to-cash.js';
import { noticesOnesOwnWay } from './journeys/notices.js';
import { anOrganizationsLife } from './journeys/organization-life.js';
import { aPoolOfThree } from './journeys/pool-of-three.js';
import { theRegister } from './journeys/register.js';
import { harvestMovesAvailability } from './journeys/supply.js';
import { aStallAndItsPetition } from './journeys/stall-and-petition.js';
import { noVietnameseIsLeft } from './journeys/two-languages.js';
import { Stage } from './support/stage.js';

let stage: Stage;
const stageOf = () => stage;
const play = (name: string, journey: (stageOf: () => Stage) => void) =>
  describe(name, () => {
    journey(stageOf);
    afterAll(() => stage.leave());
  });

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage?.close());

play('a conference register with ten mistakes, approved by a second person and taken back', theRegister);
play('forty lines for three stores, from the paste to the last đồng', fortyLinesToCash);
play('a pool of three with one shortfall', aPoolOfThree);
play('an expiring certificate takes its badge and its readiness with it', theExpiringCertificate);
play('a harvest moves what a buyer reads', harvestMovesAvailability);
play('the life of an organization', anOrganizationsLife);
play('notices, each in one’s own way', noticesOnesOwnWay);
play('a demand becomes a request', demandBecomesARequest);
play('onto another platform', ontoAnotherPlatform);
play('in English', noVietnameseIsLeft);
play('every screen', everyScreenIsSound);
// After the walk, which opens the order that it takes.
play('a stall raised, answered by a petition, cleared by a receipt', aStallAndItsPetition);

it('no journey met an error of a script, of the console or of the content security policy', () => {
  expect(stage.problems()).toEqual([]);
});
