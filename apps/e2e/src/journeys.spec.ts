import { theWholeRoad } from './journeys/whole-road.js';
import { Stage } from './support/stage.js';

let stage: Stage;
const stageOf = () => stage;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage?.close());

describe('the whole road, from a product to money for accepted goods', () => theWholeRoad(stageOf));

it('no journey met an error of a script, of the console or of the content security policy', () => {
  expect(stage.problems()).toEqual([]);
});
