import type { ComponentType } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { findAttempt } from '#app/data/attempts.ts';
import { findCertificateOf } from '#app/data/certificates.ts';
import { addWithdrawal } from '#app/data/completions.ts';
import { updateSchoolSettings } from '#app/data/school-settings.ts';
import { findSchool } from '#app/data/schools.ts';
import { type Day, day } from '#app/domain/days.ts';
import { rightAnswerTo } from '#app/domain/quiz/right-answer.ts';
import { asShown } from '#app/domain/quiz/shown.ts';
import { endAppointments } from '#app/operations/end-appointments.ts';
import { saveAnswer } from '#app/operations/save-answer.ts';
import { startAttempt } from '#app/operations/start-attempt.ts';
import { submitAttempt } from '#app/operations/submit-attempt.ts';
import * as verify from '#app/routes/verify._index.tsx';
import * as verified from '#app/routes/verify.$code.tsx';
import { addRequirement, addTeacher, freshGround, type Ground } from '#tests/operations/support.ts';
import { cameOf, contextFor, request } from '#tests/support/context.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';
import { write } from '#tests/support/people.ts';
import { makeWholeQuiz } from '#tests/support/quizzes.ts';

let ground: Ground;
let personId: number;
let quizId: number;

beforeEach(() => {
  ground = freshGround();
  personId = addTeacher(ground);
  const requirementId = addRequirement(ground, { key: 'prevent' });
  quizId = makeWholeQuiz(ground.database, ground.schoolId, { requirementId });
});

/** Passes the quiz on a day. Answers the code of the certificate, and the completion's id. */
async function passes(today: Day = ground.act.today) {
  const act = { ...ground.act, today };
  const { attemptId } = await startAttempt(act, { personId, quizId, kind: 'counts' });
  const attempt = findAttempt(ground.database, personId, attemptId)!;
  for (const { position, revision } of attempt.questions) {
    const given = asShown({ revision, seed: attempt.seed }, rightAnswerTo(revision));
    await saveAnswer(act, { personId, attemptId, position, given });
  }
  await submitAttempt(act, { personId, attemptId, token: attempt.submitToken });
  const { code, completed } = findCertificateOf(ground.database, personId, attemptId)!;
  return { code, completionId: completed?.completionId ?? 0 };
}

type Shown = { answer: string; facts: { name: string; value: string }[] };

/** What somebody who is signed out is answered, from an address, on a day. */
async function looksUp(code: string, { today = '2026-11-16', from = '192.0.2.1' } = {}) {
  const context = contextFor(ground.database, {
    isDemo: true,
    requestedDay: day(today),
    clientAddress: from,
  });
  const asked = request(`/verify/${encodeURIComponent(code)}`);
  const came = await cameOf(verified.loader({ request: asked, context, params: { code } }));
  return { ...came, body: came.body as Shown };
}

describe('a certificate that is looked up', () => {
  test('is told with its quiz, school and days, and without the person', async () => {
    const { code } = await passes();
    const { status, body } = await looksUp(code);
    expect(status).toBe(200);
    expect(body.answer).toBe('Valid to 16 November 2028.');
    const page = textOf(drawRoute(verified.default as ComponentType, `/verify/${code}`, body));
    for (const words of ['Prevent refresher', 'Grange Primary School', '16 November 2026', code]) {
      expect(page).toContain(words);
    }
    expect(JSON.stringify(body)).not.toMatch(/Zoë|Marsh|Z\.M\.|personId/);
  });

  test('is found in small letters and without hyphens', async () => {
    const { code } = await passes();
    expect((await looksUp(code.toLowerCase().replaceAll('-', ''))).status).toBe(200);
    expect((await looksUp(` ${code.replaceAll('-', ' ')} `)).status).toBe(200);
  });

  test('is found after the person has left', async () => {
    const { code } = await passes();
    await endAppointments(ground.act, { personId, lastDay: ground.act.today });
    const { body } = await looksUp(code, { today: '2027-09-01' });
    expect(body.answer).toBe('Valid to 16 November 2028.');
  });

  test('has expired on the day after its last', async () => {
    const { code } = await passes();
    expect((await looksUp(code, { today: '2028-11-16' })).body.answer).toMatch(/^Valid to/);
    expect((await looksUp(code, { today: '2028-11-17' })).body.answer).toMatch(/^Expired/);
  });

  test('is replaced by a later pass, and stands again when that one is withdrawn', async () => {
    const { code } = await passes();
    const later = await passes(day('2026-11-20'));
    expect((await looksUp(code, { today: '2026-11-20' })).body.answer).toBe(
      'Replaced: the quiz was passed again on 20 November 2026.',
    );
    expect((await looksUp(later.code, { today: '2026-11-20' })).body.answer).toMatch(/^Valid to/);
    withdraw(later.completionId);
    expect((await looksUp(code, { today: '2026-11-20' })).body.answer).toMatch(/^Valid to/);
    expect((await looksUp(later.code, { today: '2026-11-20' })).body.answer).toMatch(/^Withdrawn/);
  });

  test('is told with initials where the school chose so', async () => {
    const { code } = await passes();
    const { name, shortName, noticeDays, gapDays, returnDays } = findSchool(
      ground.database,
      ground.schoolId,
    )!;
    const settings = { name, shortName, noticeDays, gapDays, returnDays, showsInitials: true };
    write(ground.database, (tx) => updateSchoolSettings(tx, ground.schoolId, settings));
    const { body } = await looksUp(code);
    expect(body.facts).toContainEqual({ name: 'Holder’s initials', value: 'Z.M.T.' });
  });

  test.each(['2222-2222-2222', '', '%00', 'toString', "' or 1=1 --", 'A'.repeat(5000)])(
    'is not found for %j, and the page says so',
    async (code) => {
      await passes();
      const { status, body } = await looksUp(code);
      expect(status).toBe(404);
      expect(body.answer).toMatch(/^No certificate has this code/);
      expect(body.facts).toEqual([]);
    },
  );

  test('too often from one address waits, and elsewhere it does not', async () => {
    const { code } = await passes();
    for (let tries = 0; tries < 100; tries += 1) await looksUp('2222-2222-2222');
    const came = await looksUp(code);
    expect(came.status).toBe(429);
    expect(Number(came.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(came.body.facts).toEqual([]);
    expect((await looksUp(code, { from: '192.0.2.2' })).status).toBe(200);
  });
});

describe('the page where a code is typed', () => {
  const asks = async (query: string) => {
    const context = contextFor(ground.database);
    return cameOf(verify.loader({ request: request(`/verify${query}`), context, params: {} }));
  };

  test('leads to the certificate, however it was typed', async () => {
    const came = await asks('?code=k7q2+m4xd-9tra');
    expect(came.status).toBe(303);
    expect(came.headers.get('Location')).toBe('/verify/K7Q2-M4XD-9TRA');
  });

  test('asks again for what is no code', async () => {
    expect((await asks('')).status).toBe(200);
    for (const query of ['?code=', '?code=%20', '?code=---', `?code=${'A'.repeat(50)}`]) {
      expect(await asks(query)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'code' }] },
      });
    }
  });
});

function withdraw(completionId: number): void {
  const withdrawnAt = '2026-11-20T10:00:00.000Z';
  write(ground.database, (tx) => addWithdrawal(tx, { completionId, reason: 'Wrong', withdrawnAt }));
}
