import type { ComponentType } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { raiseFactsVersion } from '#app/data/schools.ts';
import * as doNext from '#app/routes/dsl._index.tsx';
import * as quizPage from '#app/routes/dsl.quizzes.$id._index.tsx';
import { drawRoute, textOf } from '#tests/support/draw.tsx';
import { write } from '#tests/support/people.ts';
import { makeQuestion, makeWholeQuiz } from '#tests/support/quizzes.ts';
import { opens } from './admin-ground.ts';
import { type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;

beforeEach(async () => {
  ground = await leadGround();
});

async function pageOf(quizId: number) {
  const path = `/dsl/quizzes/${quizId}`;
  const { body } = await opens(quizPage.loader, ground, ground.dsl, path, { id: String(quizId) });
  return textOf(drawRoute(quizPage.default as ComponentType, path, body));
}

async function toDo() {
  const { body } = await opens(doNext.loader, ground, ground.dsl, '/dsl');
  return textOf(drawRoute(doNext.default as ComponentType, '/dsl', body));
}

const factsChange = () => write(ground.database, (tx) => raiseFactsVersion(tx, ground.schoolId));

test('a quiz with fewer must-pass questions than it asks for says so, there and in what to do', async () => {
  const quizId = makeWholeQuiz(ground.database, ground.schoolId, { mustPassAtLeast: 1 });
  factsChange();
  const words =
    'It asks for 1 must-pass question at least. Its topics can give none, so it is taken without.';
  expect(await pageOf(quizId)).toContain(words);
  expect(await toDo()).toContain(words);
  makeQuestion(ground.database, { schoolId: ground.schoolId }, 'must', { mustPass: true });
  factsChange();
  expect(await pageOf(quizId)).not.toContain('can give none');
  expect(await toDo()).not.toContain('can give none');
});

test('a quiz that completes what is retired says so, there and in what to do', async () => {
  const requirementId = ground.preventId;
  const quizId = makeWholeQuiz(ground.database, ground.schoolId, { requirementId });
  factsChange();
  const words = 'A pass completes nothing: prevent is no longer asked for.';
  expect(await pageOf(quizId)).not.toContain(words);
  ground.database.$client
    .prepare('update requirements set retired_from = ? where id = ?')
    .run('2026-11-16', requirementId);
  factsChange();
  expect(await pageOf(quizId)).toContain(words);
  expect(await toDo()).toContain(words);
});
