import { beforeEach, describe, expect, test } from 'vitest';
import { findQuiz } from '#app/data/quizzes.ts';
import * as change from '#app/routes/dsl.quizzes.$id.change.tsx';
import * as adding from '#app/routes/dsl.quizzes.new.tsx';
import { publishSection } from '#tests/support/bank.ts';
import { makeQuestion, makeQuiz } from '#tests/support/quizzes.ts';
import { errorsIn, opens, sends } from './admin-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;
let quizId: number;

beforeEach(async () => {
  ground = await leadGround();
  const { database, schoolId } = ground;
  for (const key of ['first', 'second', 'third']) makeQuestion(database, { schoolId }, key);
  quizId = makeQuiz(database, schoolId);
});

type Drawn = { began: string; values: Record<string, string> };

/** What the form of the quiz holds for somebody who opens it now. */
async function formNow(cookie = ground.dsl): Promise<Record<string, string>> {
  const came = await opens(change.loader, ground, cookie, '/x', { id: quizId });
  const { began, values } = came.body as Drawn;
  const { kinds: _, ...typed } = values;
  return { ...typed, began };
}

const saves = (fields: Record<string, string>, cookie = ground.dsl) =>
  sends(change.action, ground, cookie, '/x', fields, { id: quizId });
const quiz = () => findQuiz(ground.database, ground.schoolId, quizId);

describe('two leads change one quiz', () => {
  test('the later is told, with what they typed, and may then save theirs', async () => {
    const [dora, leanne] = [await formNow(), await formNow(ground.deputy)];
    expect((await saves({ ...dora, passMark: '3' })).status).toBe(303);
    const late = await saves({ ...leanne, title: 'Prevent in autumn' }, ground.deputy);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ began: null, values: { title: 'Prevent in autumn' } });
    expect(quiz()).toMatchObject({ title: 'Prevent refresher', passMark: 3 });
    const { began = '' } = await formNow(ground.deputy);
    const again = await saves({ ...leanne, title: 'Prevent in autumn', began }, ground.deputy);
    expect(again.status).toBe(303);
    expect(quiz()).toMatchObject({ title: 'Prevent in autumn', passMark: 2 });
  });

  test('whoever has to put something right keeps what they began from', async () => {
    const leanne = await formNow(ground.deputy);
    await saves({ ...(await formNow()), passMark: '3' });
    const wrong = await saves({ ...leanne, title: '' }, ground.deputy);
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ began: leanne.began });
  });

  test('a form that does not say from what it began is a conflict too', async () => {
    expect((await saves({ ...(await formNow()), began: '' })).status).toBe(409);
  });
});

test('while the questions of its topic are to be checked a quiz can be renamed, and no other set', async () => {
  publishSection(ground.database, ground.schoolId, 'prevent');
  const form = await formNow();
  expect((await saves({ ...form, title: 'Prevent in autumn' })).status).toBe(303);
  const larger = await saves({ ...(await formNow()), 'count-prevent': '4' });
  expect(errorsIn(larger)['count-prevent']).toMatch(/there are no questions in use, and 4/);
  const added = await sends(adding.action, ground, ground.dsl, '/x', { ...form, title: 'Another' });
  expect(added.status).toBe(422);
});
