import { directorOnAWeakLine } from './journeys/director-on-a-weak-line.js';
import { fortyLinesForThreeStores } from './journeys/forty-lines.js';
import { importAndUndo } from './journeys/import-and-undo.js';
import { keyboardOnly } from './journeys/keyboard-only.js';
import { twoLanguages } from './journeys/two-languages.js';
import { moneyArrives } from './journeys/money.js';
import { theRampWithoutANetwork } from './journeys/ramp-without-network.js';
import { fromQuestionToOrder } from './journeys/sourcing.js';
import { theLifeOfAnAgreement } from './journeys/life-of-an-agreement.js';
import { theWholeRoad } from './journeys/whole-road.js';
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

play('the whole road, from a product to money for accepted goods', theWholeRoad);
play('a director on a weak line', directorOnAWeakLine);
play('from a question to an order', fromQuestionToOrder);
play('the life of an agreement, from a refusal to a partial close', theLifeOfAnAgreement);
play('forty lines for three stores out of one paste', fortyLinesForThreeStores);
play('a spreadsheet brought in, mended and taken back', importAndUndo);
play('with the keyboard only', keyboardOnly);
play('in two languages', twoLanguages);
play('a ramp without a network', theRampWithoutANetwork);
// Last: it pays what the screens show as due.
play('money by card and by bank statement', moneyArrives);

it('no journey met an error of a script, of the console or of the content security policy', () => {
  expect(stage.problems()).toEqual([]);
});
