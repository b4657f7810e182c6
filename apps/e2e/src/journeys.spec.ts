import { directorOnAWeakLine } from './journeys/director-on-a-weak-line.js';
import { theExpiringCertificate } from './journeys/expiring-certificate.js';
import { fortyLinesForThreeStores } from './journeys/forty-lines.js';
import { importAndUndo } from './journeys/import-and-undo.js';
import { keyboardOnly } from './journeys/keyboard-only.js';
import { twoLanguages } from './journeys/two-languages.js';
import { moneyArrives } from './journeys/money.js';
import { theRampWithoutANetwork } from './journeys/ramp-without-network.js';
import { fromQuestionToOrder } from './journeys/sourcing.js';
import { theLifeOfAnAgreement } from './journeys/life-of-an-agreement.js';
import { aPoolOfThree } from './journeys/pool-of-three.js';
import { theWholeRoad } from './journeys/whole-road.js';
import { Stage } from './support/stage.js';

let stage: Stage;
const stageOf = () => stage;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage?.close());

describe('the whole road, from a product to money for accepted goods', () => theWholeRoad(stageOf));
describe('a director on a weak line', () => directorOnAWeakLine(stageOf));
describe('from a question to an order', () => fromQuestionToOrder(stageOf));
describe('a pool of three with one shortfall', () => aPoolOfThree(stageOf));
describe('the life of an agreement, from a refusal to a partial close', () => theLifeOfAnAgreement(stageOf));
describe('forty lines for three stores out of one paste', () => fortyLinesForThreeStores(stageOf));
describe('a spreadsheet brought in, mended and taken back', () => importAndUndo(stageOf));
describe('with the keyboard only', () => keyboardOnly(stageOf));
describe('in two languages', () => twoLanguages(stageOf));
describe('an expiring certificate takes its badge and its readiness with it', () => theExpiringCertificate(stageOf));
describe('a ramp without a network', () => theRampWithoutANetwork(stageOf));
// Last: it pays what the screens show as due.
describe('money by card and by bank statement', () => moneyArrives(stageOf));

it('no journey met an error of a script, of the console or of the content security policy', () => {
  expect(stage.problems()).toEqual([]);
});
